package io.dunlin.scenario;

import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Single conditions that made the difference: seen true where the rule would not have fired without it, and seen false
 * where nothing else kept the rule from firing.
 */
public record Shown(Set<Place> held, Set<Place> failed) {
    static final Shown NOTHING = new Shown(Set.of(), Set.of());

    /** @param index of the comparison among those of the rule, in the order written */
    public record Place(String rule, int index) {}

    static Shown empty() {
        return new Shown(new HashSet<>(), new HashSet<>());
    }

    void add(Shown other) {
        held.addAll(other.held);
        failed.addAll(other.failed);
    }

    /** Counts each comparison that decides whether the rule fires for a fact, where it comes out as demanded. */
    void look(Rule rule, Fact fact, boolean fires) {
        if (rule.condition().holds(fact) != fires) {
            return;
        }
        var comparisons = comparisons(rule);
        for (int i = 0; i < comparisons.size(); i++) {
            var comparison = comparisons.get(i);
            boolean held = comparison.holds(fact);
            if (with(rule.condition(), comparison, !held, fact) != fires) {
                (fires ? this.held : failed).add(new Place(rule.id(), i));
            }
        }
    }

    static List<Comparison> comparisons(Rule rule) {
        return rule.condition().comparisons().toList();
    }

    /** What the condition would be if one comparison came out as given. */
    private static boolean with(Condition condition, Comparison one, boolean value, Fact fact) {
        if (condition == one) {
            return value;
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> with(part, one, value, fact));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> with(part, one, value, fact));
        }
        return condition instanceof Condition.Not not ? !with(not.part(), one, value, fact) : condition.holds(fact);
    }
}
