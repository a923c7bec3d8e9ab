package io.dunlin.cli;

import io.dunlin.analysis.Checks;
import io.dunlin.language.Diagnostic.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Says what is wrong or doubtful in a strategy: words that do not exist, rules that can never fire or never win, rules that can tie, invoices nobody speaks of.",
        footer = {"", "Exit code: 0 no error (warnings and notes there may be), 1 any error, 2 wrong usage."},
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Directory of a strategy, or of several such directories.")
    private Path directory;

    @ArgGroup
    private Form form = new Form();

    /** One of them. */
    static final class Form {
        @Option(names = "--json", description = "One JSON document.")
        private boolean json;

        @Option(names = "--sarif", description = "SARIF 2.1.0, for code hosts and editors.")
        private boolean sarif;
    }

    @Option(names = "--words", description = "Only what reading alone can tell; takes milliseconds, finds less.")
    private boolean words;

    @Option(names = "--strict", description = "A warning that nobody accepted is an error.")
    private boolean strict;

    @Override
    public Integer call() throws Exception {
        var checked = new ArrayList<Checked>();
        for (var folder : StrategyFolders.in(directory)) {
            var files = StrategyFolders.read(folder);
            checked.add(new Checked(folder, words ? Checks.ofWords(files) : Checks.of(files)));
        }
        var out = spec.commandLine().getOut();
        if (form.json) {
            out.println(Json.text(CheckDocument.of(checked)));
        } else if (form.sarif) {
            out.println(Json.text(Sarif.of(checked)));
        } else {
            new Findings(out, spec.commandLine().getColorScheme()).print(checked);
        }
        return checked.stream().anyMatch(this::isBad) ? 1 : 0;
    }

    private boolean isBad(Checked one) {
        return strict ? !one.report().isClean() : one.report().hasErrors();
    }

    /** What was found in one directory. */
    record Checked(Path folder, Checks.Report report) {
        long count(Severity severity) {
            return report.diagnostics().stream()
                    .filter(d -> d.severity() == severity && d.accepted() == null)
                    .count();
        }

        long accepted() {
            return report.diagnostics().stream()
                    .filter(d -> d.accepted() != null)
                    .count();
        }

        List<String> lines(String file) {
            var text = report.files().files().get(file);
            return text == null ? List.of() : text.lines().toList();
        }
    }
}
