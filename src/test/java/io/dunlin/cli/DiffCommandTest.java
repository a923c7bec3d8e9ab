package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two strategy folders are compared at the keyboard. */
class DiffCommandTest {
    @TempDir
    Path directory;

    private String a;
    private String b;

    @BeforeEach
    void twoCopies() throws IOException {
        a = copy("a").toString();
        b = copy("b").toString();
    }

    @Test
    void equalFoldersAreExitCodeZero() {
        var run = InProcess.run("diff", a, b);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("no difference");
    }

    @Test
    void aChangedNumberIsToldWithTheRulesThatUseIt() throws IOException {
        edit("strategy.yaml", "weekAfter:         { value: 7, ", "weekAfter:         { value: 5, ");
        var run = InProcess.run("diff", a, b, "--text");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "~ weekAfter: 7 days -> 5 days (days past due from which the customer is called the first time;"
                                + " used by B21, B23)")
                .contains("@@ ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        edit("30-end.drl", "reminderLevel < 3", "reminderLevel < 2");
        var run = InProcess.run("diff", a, b, "--json");
        assertThat(run.exit()).isEqualTo(1);
        var diff = Json.mapper().readTree(run.out());
        assertThat(diff.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(diff.at("/changedRules/0/id").asText()).isEqualTo("B30");
        assertThat(diff.at("/changedRules/0/conditions/0/to").asText()).isEqualTo("reminderLevel < 2");
        assertThat(diff.at("/files/0/unified").asText()).contains("+++ b/30-end.drl");
        assertThat(diff.at("/addedRules")).isEmpty();
    }

    @Test
    void whatDoesNotCompileIsComparedAsTextAndTheFaultsAreTold() throws IOException {
        edit("30-end.drl", "reminderLevel < 3", "reminderLevl < 3");
        var run = InProcess.run("diff", a, b);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("+    $i : Invoice(").contains("reminderLevl");
        assertThat(run.err()).contains("30-end.drl:10").contains("did you mean `reminderLevel`?");
    }

    @Test
    void aFolderThatIsNoStrategyIsOneSentence() {
        var run = InProcess.run("diff", a, directory.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is not a strategy").hasLineCount(1);
        assertThat(InProcess.run("diff", a).exit()).isEqualTo(2);
    }

    private Path copy(String name) throws IOException {
        var to = Files.createDirectories(directory.resolve(name).resolve("small-business"));
        try (var files = Files.newDirectoryStream(Path.of("rules/small-business"), "*.{drl,yaml,csv}")) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private void edit(String file, String from, String to) throws IOException {
        var path = Path.of(b, file);
        var text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
