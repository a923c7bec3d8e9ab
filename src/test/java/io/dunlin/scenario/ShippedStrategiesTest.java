package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strategies in {@code rules/} do what their scenarios say, and each of their rules is held to two of them. */
class ShippedStrategiesTest {
    private static final Path RULES = Path.of("rules");

    @TestFactory
    Stream<DynamicNode> everyScenarioPasses() {
        return Stream.of("standard", "small-business", "relationship", "guard").map(strategy -> {
            var tests = results(strategy).stream()
                    .map(result -> dynamicTest(result.file() + ": " + result.name(), () -> assertThat(result.outcome())
                            .as(result.toString())
                            .isEqualTo(Outcome.PASS)));
            return dynamicContainer(strategy, tests);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void everyRuleIsShownToFireAndToStaySilent(String strategy) {
        var coverage = ScenarioReport.of(compile(strategy), compile("guard")).coverage();
        assertThat(coverage.neverFired()).as("no scenario shows them firing").isEmpty();
        assertThat(coverage.neverSilent()).as("no scenario shows them silent").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void everyConditionIsShownToMatterOrNamedWithAReason(String strategy) {
        var coverage = ScenarioReport.of(compile(strategy), compile("guard")).coverage();
        var open = coverage.rules().stream()
                .flatMap(rule -> rule.conditions().stream()
                        .filter(c -> !c.isShown() && c.gap() == null)
                        .map(c -> rule.file() + ":" + c.line() + ":" + c.column() + " " + rule.rule() + " " + c))
                .toList();
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void everyParameterIsUsed(String strategy) {
        assertThat(compile(strategy).warnings()).isEmpty();
    }

    private static List<ScenarioResult> results(String strategy) {
        return ScenarioReport.of(compile(strategy), compile("guard")).results();
    }

    private static Compiled compile(String strategy) {
        try {
            return StrategyCompiler.compile(StrategyFiles.read(RULES.resolve(strategy)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
