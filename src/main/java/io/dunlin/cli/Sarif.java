package io.dunlin.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dunlin.cli.CheckCommand.Checked;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings in the form that code hosts show beside the changed lines: SARIF 2.1.0. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
    record Run(Tool tool, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String version, List<ReportingRule> rules) {}

    record ReportingRule(String id) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            List<Suppression> suppressions,
            Map<String, Object> properties) {}

    record Text(String text) {}

    record Location(Physical physicalLocation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Physical(Artifact artifactLocation, Region region) {}

    record Artifact(String uri) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Region(int startLine, Integer startColumn) {}

    record Suppression(String kind, String justification) {}

    static Sarif of(List<Checked> all) {
        var rules = Arrays.stream(Code.values())
                .map(code -> new ReportingRule(code.name()))
                .toList();
        var results = all.stream()
                .flatMap(checked -> checked.report().diagnostics().stream().map(d -> result(checked, d)))
                .toList();
        var run = new Run(new Tool(new Driver("dunlin", "0.1.0", rules)), "utf16CodeUnits", results);
        return new Sarif("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", List.of(run));
    }

    private static Result result(Checked checked, Diagnostic d) {
        var text = d.message() + (d.hint() == null ? "" : " (" + d.hint() + ")");
        var location = new Location(new Physical(new Artifact(uri(checked, d)), region(d)));
        var suppressions = d.accepted() == null ? null : List.of(new Suppression("inSource", d.accepted()));
        return new Result(
                d.code().name(),
                d.code().ordinal(),
                level(d.severity()),
                new Text(d.rule() == null ? text : d.rule() + ": " + text),
                List.of(location),
                suppressions,
                d.witness() == null ? null : Map.of("witness", d.witness()));
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
    }

    private static Region region(Diagnostic d) {
        return d.line() == 0 ? null : new Region(d.line(), d.column() == 0 ? null : d.column());
    }

    /** As the caller named the directory: on a code host that is from the root of the repository. */
    private static String uri(Checked checked, Diagnostic d) {
        var path = checked.folder().resolve(d.file()).normalize();
        return path.isAbsolute()
                ? path.toUri().toString()
                : java.net
                        .URI
                        .create(path.toString().replace('\\', '/').replace(" ", "%20"))
                        .toString();
    }
}
