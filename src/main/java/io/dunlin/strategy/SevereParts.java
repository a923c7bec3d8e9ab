package io.dunlin.strategy;

import io.dunlin.language.Compiled;
import io.dunlin.language.Condition;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.vocabulary.Action;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of a strategy that decide who gets a severe action: the rules that propose one, with the values of their
 * parameters, the ladder from there on, and the time to react. Of the guard, everything.
 */
final class SevereParts {
    private SevereParts() {}

    /** Names of parts that differ, in words; {@code live} null where there is nothing yet. */
    static TreeSet<String> changed(Compiled live, Compiled version) {
        var before = live == null ? Map.<String, String>of() : of(live);
        var after = of(version);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.containsKey(name) && before.get(name).equals(after.get(name)));
        return names;
    }

    private static Map<String, String> of(Compiled compiled) {
        var parts = new TreeMap<String, String>();
        var isGuard = compiled.name().equals(StrategyCompiler.GUARD);
        var proposed = EnumSet.noneOf(Action.class);
        for (var rule : compiled.rules()) {
            rule.effects().stream()
                    .map(Rule.Effect::action)
                    .filter(Objects::nonNull)
                    .forEach(proposed::add);
            if (isGuard || rule.effects().stream().anyMatch(effect -> isSevere(effect.action()))) {
                parts.put("rule " + rule.id(), text(rule));
            }
        }
        compiled.manifest().ladder().forEach((action, rank) -> {
            if (action.isSevere() && proposed.contains(action)) {
                parts.put("ladder from " + action, above(compiled, rank));
                parts.put(
                        "time to react to " + action,
                        "" + compiled.manifest().holds().reactionDays(action));
            }
        });
        return parts;
    }

    private static boolean isSevere(Action action) {
        return action != null && action.isSevere();
    }

    private static String above(Compiled compiled, int rank) {
        return compiled.manifest().ladder().entrySet().stream()
                .filter(entry -> entry.getValue() >= rank)
                .map(entry -> entry.getKey() + (entry.getValue() == rank ? " =" : " >"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What it does, without its sentences. */
    private static String text(Rule rule) {
        var effects = rule.effects().stream()
                .map(e -> e.verb() + " " + e.action() + " " + e.level() + " " + e.role())
                .toList();
        return rule.fact().getSimpleName() + " " + text(rule.condition()) + " " + effects;
    }

    private static String text(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.key();
        }
        if (condition instanceof Condition.Not not) {
            return "!( " + text(not.part()) + " )";
        }
        return condition instanceof Condition.Any any
                ? any.parts().stream().map(SevereParts::text).collect(Collectors.joining(" || ", "( ", " )"))
                : ((Condition.All) condition)
                        .parts().stream().map(SevereParts::text).collect(Collectors.joining(", ", "( ", " )"));
    }
}
