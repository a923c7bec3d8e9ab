package io.dunlin.strategy;

import io.dunlin.language.StrategyCompiler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How things stood when somebody looked, and decided to move a pointer of a strategy.
 *
 * @param revision of the strategy
 * @param beside revisions of what decides together with it, which the checks rest on: the guard, or for the guard
 *     every strategy; empty where nothing was checked
 */
record Seen(long revision, Map<String, Long> beside) {
    static Seen alone(long revision) {
        return new Seen(revision, Map.of());
    }

    static Seen of(StrategyRow strategy) {
        List<StrategyRow> others = strategy.name.equals(StrategyCompiler.GUARD)
                ? StrategyRow.list("name <> ?1 and live is not null", strategy.name)
                : StrategyRow.list("name", StrategyCompiler.GUARD);
        return new Seen(
                strategy.revision, others.stream().collect(Collectors.toMap(row -> row.name, row -> row.revision)));
    }

    /** Refuses where somebody has moved something since. */
    void demand(StrategyRow strategy) {
        if (strategy.revision != revision) {
            throw Moves.lost("strategy " + strategy.name);
        }
        var now = beside.isEmpty() ? this : of(strategy);
        now.beside().forEach((name, its) -> {
            if (!its.equals(beside.get(name))) {
                throw Moves.lost("what decides together with it, " + name + ", while it was being checked");
            }
        });
    }
}
