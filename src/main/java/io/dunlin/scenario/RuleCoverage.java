package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules of a strategy are shown to fire where they should, and to stay silent where they should. Only what a passed
 * scenario demands counts: a rule that merely happened to fire is not tested.
 *
 * @param rules every rule of the strategy
 * @param guard every rule of the guard, which a strategy's scenarios may speak of too
 */
public record RuleCoverage(List<String> rules, List<String> guard, Set<String> fired, Set<String> silent) {

    public static RuleCoverage of(Compiled strategy, Compiled guard, Collection<ScenarioResult> results) {
        return new RuleCoverage(
                ids(strategy),
                ids(guard),
                union(results, ScenarioResult::fires),
                union(results, ScenarioResult::notFires));
    }

    private static List<String> ids(Compiled policy) {
        return policy.rules().stream().map(Rule::id).sorted().toList();
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

    /** Rules that scenarios speak of and neither the strategy nor the guard has. */
    public List<String> unknown() {
        return Stream.concat(fired.stream(), silent.stream())
                .filter(rule -> !rules.contains(rule) && !guard.contains(rule))
                .distinct()
                .sorted()
                .toList();
    }
}
