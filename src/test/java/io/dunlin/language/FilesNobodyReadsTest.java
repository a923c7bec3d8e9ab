package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever puts a rule or a table where nobody looks is told, instead of believing that it counts. */
class FilesNobodyReadsTest {
    private static final String MANIFEST = """
            name: test
            purpose: a test
            ladder: [REMINDER, CALL]
            parameters:
              late: { value: 14, unit: days, meaning: "when" }
            """;

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void aStrategy() throws Exception {
        folder = Files.createDirectories(parent.resolve("test/scenarios")).getParent();
        Files.writeString(folder.resolve("strategy.yaml"), MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits.xlsx",
                "Visits.XLS",
                "visits.ods",
                "VISITS.CSV",
                "31-more.DRL",
                "strategy.yml",
                "a b.drl",
                "scenarios/more.yml",
                "scenarios/more.drl",
                "sub/30-contact.drl",
                "old/visits.csv"
            })
    void areNamedWithWhatToDo(String name) throws Exception {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        var refused = catchThrowableOfType(StrategyUnreadable.class, () -> StrategyFiles.read(folder));
        assertThat(refused.diagnostics()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(name);
            assertThat(finding.message()).startsWith("nobody reads");
            assertThat(finding.hint()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "LICENSE", "notes.txt", ".draft.drl", "pictures/ladder.png", "visits.csv"})
    void areNotWhatNobodyTakesForRulesOrWhatIsRead(String name) throws Exception {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        assertThat(StrategyFiles.read(folder).files()).containsKey("strategy.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose: another\n", "  late: { value: 15, unit: days, meaning: \"again\" }\n"})
    void aNameThatStandsThereTwiceIsTheOnlyFault(String twice) throws Exception {
        var files = new java.util.TreeMap<>(StrategyFiles.read(folder).files());
        files.put("strategy.yaml", MANIFEST + twice);
        var name = twice.strip().substring(0, twice.strip().indexOf(':'));
        assertThatThrownBy(() -> StrategyCompiler.compile(new StrategyFiles("test", files)))
                .isInstanceOfSatisfying(StrategyRefused.class, refused -> assertThat(refused.diagnostics())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.line()).isEqualTo(6);
                            assertThat(finding.message()).isEqualTo("`" + name + "` stands there twice");
                        }));
    }

    @Test
    void theSameNameInAnotherBlockIsAnother() throws Exception {
        var files = new java.util.TreeMap<>(StrategyFiles.read(folder).files());
        files.put("strategy.yaml", MANIFEST + "  name: { value: 15, unit: days, meaning: \"value\" }\n");
        assertThatThrownBy(() -> StrategyCompiler.compile(new StrategyFiles("test", files)))
                .hasMessageNotContaining("twice");
    }
}
