package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.Words;
import io.dunlin.vocabulary.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A manager who copies from rules/README.md gets what it says. */
class RulesReadmeTest {
    private static final Path README = Path.of("rules", "README.md");

    @Test
    void everyExampleIsARuleThatCompiles() throws Exception {
        var examples = blocks("drl");
        assertThat(examples).hasSize(11);
        for (var example : examples) {
            var strategy = example.contains("Outcome(") ? "guard" : "standard";
            var files = new TreeMap<>(Map.of(
                    StrategyFiles.MANIFEST,
                    Files.readString(Path.of("rules", strategy, StrategyFiles.MANIFEST)),
                    "example.drl",
                    "package example;\nimport io.dunlin.vocabulary.*;\n" + example));
            assertThat(StrategyCompiler.compile(new StrategyFiles(strategy, files))
                            .rules())
                    .hasSize(1);
        }
    }

    @Test
    void itsScenariosPass() throws Exception {
        var standard = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/standard")));
        var guard = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard")));
        var runner = new ScenarioRunner(standard, guard);
        var results = blocks("yaml").stream()
                .filter(block -> block.startsWith("scenarios:"))
                .flatMap(block -> runner.run(ScenarioFiles.of("README.md", block)).stream())
                .toList();
        assertThat(results).hasSize(3).allSatisfy(result -> assertThat(result.outcome())
                .as(result.toString())
                .isEqualTo(ScenarioResult.Outcome.PASS));
    }

    @Test
    void everyWordOfTheVocabularyIsExplained() throws Exception {
        var readme = Files.readString(README);
        for (var name : Words.facts()) {
            Words.fields(Words.fact(name).orElseThrow()).values().forEach(field -> assertThat(readme)
                    .as(name + "." + field.name())
                    .containsPattern(
                            "\\| `" + field.name() + "` \\| [^|]+ \\| " + Pattern.quote(field.meaning()) + " \\|"));
        }
        for (var action : Action.values()) {
            if (action.stage() != Action.Stage.NONE) {
                assertThat(readme).contains("| `" + action + "` |");
            }
        }
    }

    private static List<String> blocks(String language) throws Exception {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
