package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.Parameter;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios that would not notice a wrong number test nothing: each parameter, moved by one day or cent, must change which
 * rules fire in some scenario. Only the rules that mention the parameter are compiled, which is all it can touch.
 */
class ShippedNumbersTest {
    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"(\\w+).*?^end$");

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void everyNumberIsHeldByAScenario(String strategy) throws Exception {
        var files = StrategyFiles.read(Path.of("rules", strategy));
        var scenarios = FirstDay.ofShipped(strategy);
        var unheld = new ArrayList<String>();
        for (var parameter :
                StrategyCompiler.compile(files).manifest().parameters().values()) {
            assertThat(firesAsExpected(moved(files, parameter, 0), scenarios)).isTrue();
            for (int direction : new int[] {1, -1}) {
                if (firesAsExpected(moved(files, parameter, direction), scenarios)) {
                    unheld.add(parameter.name() + (direction > 0 ? " up" : " down"));
                }
            }
        }
        assertThat(unheld).isEmpty();
    }

    private static boolean firesAsExpected(StrategyFiles files, List<FirstDay> scenarios) throws Exception {
        var policy = StrategyCompiler.compile(files);
        var ids = policy.rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
        for (var scenario : scenarios) {
            var expected = both(ids, scenario.expect().fires());
            var forbidden = both(ids, scenario.expect().notFires());
            if (!expected.isEmpty() || !forbidden.isEmpty()) {
                var decision = decider(policy, scenario).decide(scenario.account(), scenario.book());
                var fired = new Seen(decision).fired();
                if (!fired.containsAll(expected) || !both(fired, forbidden).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static Decider decider(Compiled policy, FirstDay day) throws Exception {
        return policy.name().equals(StrategyCompiler.GUARD)
                ? new Decider(AskingStrategy.of(day.scenario().asked()), policy)
                : new Decider(policy, NO_GUARD);
    }

    private static final Compiled NO_GUARD = noGuard();

    private static Compiled noGuard() {
        try {
            var files = new TreeMap<>(java.util.Map.of("strategy.yaml", "name: guard\npurpose: guards nothing\n"));
            return StrategyCompiler.compile(new StrategyFiles(StrategyCompiler.GUARD, files));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The strategy's rules that mention the parameter, and the parameter a step further. */
    private static StrategyFiles moved(StrategyFiles files, Parameter parameter, int direction) {
        var step = parameter.currency() == null ? BigDecimal.ONE : new BigDecimal("0.01");
        var value = parameter.value().add(step.multiply(BigDecimal.valueOf(direction)));
        var line = Pattern.compile("(?m)^(  " + parameter.name() + ": +\\{ value: )[0-9.]+");
        var mention = Pattern.compile("\\b" + parameter.name() + "\\b");
        var changed = new TreeMap<String, String>();
        files.files().forEach((file, text) -> {
            if (file.equals(StrategyFiles.MANIFEST)) {
                changed.put(file, line.matcher(text).replaceFirst("$1" + value.toPlainString()));
            } else if (file.endsWith(".drl")) {
                var rules = RULE.matcher(text).results().map(MatchResult::group).filter(rule -> mention.matcher(rule)
                        .find());
                changed.put(
                        file, "package a;\nimport io.dunlin.vocabulary.*;\n" + rules.collect(Collectors.joining("\n")));
            }
        });
        return new StrategyFiles(files.name(), changed);
    }
}
