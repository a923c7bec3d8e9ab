package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndFmtTest {
    @TempDir
    Path directory;

    private Path strategy;
    private Path calls;

    @BeforeEach
    void aCopyOfTheSmallBusinessStrategy() throws IOException {
        strategy = Files.createDirectory(directory.resolve("small-business"));
        try (var files = Files.newDirectoryStream(Path.of("rules/small-business"), "*.{drl,yaml}")) {
            for (var file : files) {
                Files.copy(file, strategy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        calls = strategy.resolve("20-phone.drl");
    }

    @Test
    void aCleanStrategyIsExitCodeZero() {
        var run = check();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("small-business: 0 errors, 0 warnings");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anErrorIsShownUnderItsLineAndIsExitCodeOne() throws IOException {
        replace(
                "collectable >= worthACall, daysOverdue >= weekAfter",
                "colectable >= worthACall, daysOverdue >= weekAfter");
        var run = check();
        assertThat(run.exit()).isEqualTo(1);
        var lines = run.out().lines().toList();
        var source = lines.stream()
                .filter(line -> line.contains("| $i : Invoice( colectable"))
                .findFirst()
                .orElseThrow();
        var mark = lines.get(lines.indexOf(source) + 1);
        assertThat(mark.indexOf('^')).isEqualTo(source.indexOf("colectable"));
        assertThat(run.out()).contains("did you mean `collectable`?", "UNKNOWN_FIELD", "20-phone.drl");
    }

    @Test
    void aWarningIsNoErrorUnlessOneWantsItToBe() throws IOException {
        replace("daysUntilDue <= weekBefore", "daysUntilDue <= weekBefore, daysUntilDue > 9");
        assertThat(check().out()).contains("NEVER_FIRES", "witness: openAmount");
        assertThat(check().exit()).isZero();
        assertThat(check("--strict").exit()).isEqualTo(1);
        assertThat(check("--words").out()).doesNotContain("NEVER_FIRES");
        Files.writeString(
                strategy.resolve("strategy.yaml"),
                Files.readString(strategy.resolve("strategy.yaml"))
                        + "accepted:\n  - { code: NEVER_FIRES, rule: B20, reason: \"switched off until May\" }\n");
        assertThat(check("--strict").exit()).isZero();
        assertThat(check().out()).doesNotContain("NEVER_FIRES").contains("1 accepted");
    }

    @Test
    void theDocumentNamesItsSchemaAndEveryFindingInFull() throws IOException {
        replace("stepsDone not contains CALL", "stepsDone not contains CALL, daysOverdue < 3");
        var document = Json.mapper().readTree(check("--json").out());
        assertThat(document.path("schemaVersion").asInt()).isEqualTo(1);
        var found = document.at("/strategies/0/diagnostics/0");
        assertThat(found.path("code").asText()).isEqualTo("NEVER_FIRES");
        assertThat(found.path("rule").asText()).isEqualTo("B21");
        assertThat(found.path("line").asInt()).isEqualTo(15);
        assertThat(found.path("witness").path("daysOverdue").asText()).isEqualTo("7");
    }

    @Test
    void sarifCanBeReadByOthersAndNamesPlaceLevelAndAcceptance() throws IOException {
        replace("stepsDone not contains CALL", "stepsDone not contains CALL, daysOverdue < 3");
        var strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var run = strict.readValue(check("--sarif").out(), SarifSchema210.class)
                .getRuns()
                .get(0);
        assertThat(run.getTool().getDriver().getName()).isEqualTo("dunlin");
        var result = run.getResults().get(0);
        assertThat(result.getRuleId()).isEqualTo("NEVER_FIRES");
        assertThat(run.getTool().getDriver().getRules().stream()
                        .skip(result.getRuleIndex())
                        .findFirst()
                        .orElseThrow()
                        .getId())
                .isEqualTo("NEVER_FIRES");
        assertThat(result.getLevel()).isEqualTo(Result.Level.WARNING);
        var place = result.getLocations().get(0).getPhysicalLocation();
        assertThat(place.getArtifactLocation().getUri()).endsWith("small-business/20-phone.drl");
        assertThat(place.getRegion().getStartLine()).isEqualTo(15);
        var accepted = strict.readValue(
                InProcess.run("check", "rules/relationship", "--sarif").out(), SarifSchema210.class);
        assertThat(accepted.getRuns().get(0).getResults())
                .anySatisfy(r -> assertThat(r.getSuppressions()).isNotEmpty());
    }

    @Test
    void severalStrategiesAreCheckedTogetherAndNoneIsAFailure() {
        assertThat(InProcess.run("check", "rules").out())
                .contains("guard: ", "relationship: ", "small-business: ", "standard: ");
        var none = InProcess.run(
                "check", directory.resolve("small-business/nothing").toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("there is no file or directory");
        assertThat(InProcess.run("check").exit()).isEqualTo(2);
        assertThat(InProcess.run("check", "rules", "--json", "--sarif").exit()).isEqualTo(2);
    }

    @Test
    void fmtTellsFirstAndThenPutsInOrder() throws IOException {
        var tidy = Files.readString(calls);
        replace("collectable >= worthACall, daysOverdue", "collectable>=worthACall  ,daysOverdue");
        var untidy = Files.readString(calls);
        assertThat(fmt("--check").exit()).isEqualTo(1);
        assertThat(Files.readString(calls)).isEqualTo(untidy);
        assertThat(fmt().exit()).isZero();
        assertThat(Files.readString(calls)).isEqualTo(tidy);
        assertThat(fmt("--check").exit()).isZero();
        assertThat(fmt().out()).isEmpty();
        try (var files = Files.list(strategy)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void fmtLeavesAFileAloneThatCannotBeRead() throws IOException {
        replace("stepsDone not contains CALL )", "stepsDone   not contains CALL");
        var broken = Files.readString(calls);
        var run = fmt();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("left alone", "20-phone.drl:19", "never closed");
        assertThat(Files.readString(calls)).isEqualTo(broken);
    }

    private void replace(String what, String with) throws IOException {
        var text = Files.readString(calls);
        assertThat(text).contains(what);
        Files.writeString(calls, text.replaceFirst(java.util.regex.Pattern.quote(what), with));
    }

    private InProcess check(String... more) {
        return run("check", more);
    }

    private InProcess fmt(String... more) {
        return run("fmt", more);
    }

    private InProcess run(String verb, String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = verb;
        arguments[1] = strategy.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return InProcess.run(arguments);
    }
}
