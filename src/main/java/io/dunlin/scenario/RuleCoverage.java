package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which rules of a strategy are shown to fire where they should, and to stay silent where they should. Only what a passed
 * scenario demands counts: a rule that merely happened to fire is not tested.
 *
 * @param rules every rule of the strategy
 */
public record RuleCoverage(List<String> rules, Set<String> fired, Set<String> silent) {

    public static RuleCoverage of(Compiled strategy, Collection<ScenarioResult> results) {
        return new RuleCoverage(
                strategy.rules().stream().map(Rule::id).sorted().toList(),
                union(results, ScenarioResult::fires),
                union(results, ScenarioResult::notFires));
    }

    private static Set<String> union(
            Collection<ScenarioResult> results, Function<ScenarioResult, Set<String>> demanded) {
        return results.stream()
                .filter(result -> result.outcome() == ScenarioResult.Outcome.PASS)
                .flatMap(result -> demanded.apply(result).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Rules no scenario shows firing. */
    public List<String> neverFired() {
        return rules.stream().filter(rule -> !fired.contains(rule)).toList();
    }

    /** Rules no scenario shows staying silent. */
    public List<String> neverSilent() {
        return rules.stream().filter(rule -> !silent.contains(rule)).toList();
    }

    /** Rules that scenarios speak of and the strategy does not have. */
    public List<String> unknown() {
        return java.util.stream.Stream.concat(fired.stream(), silent.stream())
                .filter(rule -> !rules.contains(rule))
                .distinct()
                .sorted()
                .toList();
    }
}
