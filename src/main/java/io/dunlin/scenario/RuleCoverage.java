package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.scenario.ScenarioResult.Outcome;
import io.dunlin.scenario.Shown.Place;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which rules are shown to fire where they should and to stay silent where they should, and which of their conditions are
 * shown to matter. Only what a passed scenario demands under {@code fires} or {@code notFires} counts: a rule that merely
 * happened to fire is not tested.
 */
public record RuleCoverage(List<OfRule> rules) {

    public record OfRule(
            String rule,
            String title,
            String file,
            int line,
            boolean fired,
            boolean silent,
            List<OfCondition> conditions) {}

    /**
     * @param held whether a rule that fired would not have fired without this condition
     * @param failed whether this condition alone kept the rule from firing
     * @param gap why no scenario can show it; null where none says so
     */
    public record OfCondition(String condition, int line, int column, boolean held, boolean failed, String gap) {
        public boolean isShown() {
            return held && failed;
        }
    }

    static RuleCoverage of(Compiled policy, Collection<ScenarioResult> results, List<Gap> gaps) {
        var passed = results.stream().filter(r -> r.outcome() == Outcome.PASS).toList();
        var shown = Shown.empty();
        passed.forEach(result -> shown.add(result.shown()));
        return new RuleCoverage(policy.rules().stream()
                .map(rule -> new OfRule(
                        rule.id(),
                        rule.title(),
                        rule.file(),
                        rule.line(),
                        passed.stream().anyMatch(result -> result.fires().contains(rule.id())),
                        passed.stream().anyMatch(result -> result.notFires().contains(rule.id())),
                        conditions(rule, shown, gaps)))
                .toList());
    }

    private static List<OfCondition> conditions(Rule rule, Shown shown, List<Gap> gaps) {
        var comparisons = Shown.comparisons(rule);
        return IntStream.range(0, comparisons.size())
                .mapToObj(i -> {
                    var place = new Place(rule.id(), i);
                    var c = comparisons.get(i);
                    boolean held = shown.held().contains(place);
                    boolean failed = shown.failed().contains(place);
                    return new OfCondition(c.text(), c.line(), c.column(), held, failed, because(rule, c.text(), gaps));
                })
                .toList();
    }

    private static String because(Rule rule, String condition, List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.rule().equals(rule.id()) && gap.condition().equals(condition))
                .map(Gap::because)
                .findFirst()
                .orElse(null);
    }

    OfRule of(String id) {
        return rules.stream().filter(rule -> rule.rule().equals(id)).findFirst().orElseThrow();
    }

    public List<String> neverFired() {
        return rules.stream().filter(rule -> !rule.fired()).map(OfRule::rule).toList();
    }

    public List<String> neverSilent() {
        return rules.stream().filter(rule -> !rule.silent()).map(OfRule::rule).toList();
    }

    public long conditions() {
        return rules.stream().mapToLong(rule -> rule.conditions().size()).sum();
    }

    public long shownConditions() {
        return count(OfCondition::isShown);
    }

    /** Not shown, and a reason given why they cannot be. */
    public long namedGaps() {
        return count(condition -> !condition.isShown() && condition.gap() != null);
    }

    private long count(Predicate<OfCondition> which) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(which)
                .count();
    }
}
