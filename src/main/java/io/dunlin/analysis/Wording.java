package io.dunlin.analysis;

import io.dunlin.language.Condition;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Template;
import io.dunlin.vocabulary.Action;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a rule says, written in one way only, so that spacing and order are no difference. */
final class Wording {
    private Wording() {}

    static String of(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return of(comparison);
        }
        return of(condition, Wording::of, false);
    }

    /** Equal for conditions that are the same but for the order in which their parts are written. */
    static String key(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                ? of(comparison)
                : of(condition, Wording::key, true);
    }

    private static String of(Condition condition, Function<Condition, String> inner, boolean sorted) {
        if (condition instanceof Condition.Not not) {
            var part = inner.apply(not.part());
            return not.part() instanceof Condition.Comparison c && c.operator() != Condition.Operator.IS_TRUE
                    ? "!( " + part + " )"
                    : "!" + part;
        }
        boolean any = condition instanceof Condition.Any;
        var parts = any ? ((Condition.Any) condition).parts() : ((Condition.All) condition).parts();
        var words = parts.stream().map(inner);
        return "( " + String.join(any ? " || " : " && ", (sorted ? words.sorted() : words).toList()) + " )";
    }

    private static String of(Condition.Comparison comparison) {
        var field = comparison.field().name();
        return comparison.operator() == Condition.Operator.IS_TRUE
                ? field
                : field + " " + comparison.operator().symbol() + " " + of(comparison.operand());
    }

    private static String of(Operand operand) {
        if (operand instanceof Operand.Named named) {
            return named.parameter().name();
        }
        if (operand instanceof Operand.Other other) {
            return other.field().name();
        }
        if (operand instanceof Operand.OneOf oneOf) {
            return "( "
                    + String.join(
                            ", ",
                            oneOf.values().stream().map(Wording::value).sorted().toList()) + " )";
        }
        return value(operand.value(null));
    }

    private static String value(Object value) {
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    /** The names of all fields it looks at: what tells one condition of a rule from another. */
    static Set<String> fields(Condition condition) {
        var names = new TreeSet<String>();
        condition
                .comparisons()
                .forEach(comparison -> names.add(comparison.field().name()));
        return names;
    }

    static String of(Effect effect) {
        return effect.verb().word() + " " + what(effect) + ": " + reason(effect);
    }

    /** {@code REMINDER 2}, {@code LEGAL}. The level only where the action has several. */
    static String what(Effect effect) {
        if (effect.role() != null) {
            return effect.role().name();
        }
        return effect.level() == 1 && effect.action() != Action.REMINDER
                ? effect.action().name()
                : effect.action() + " " + effect.level();
    }

    static String reason(Effect effect) {
        return ((Template) effect.text()).source();
    }

    /** Every parameter that a rule compares with or tells. */
    static Set<String> parameters(Rule rule, Set<String> known) {
        var names = new TreeSet<String>();
        rule.condition().comparisons().forEach(comparison -> {
            if (comparison.operand() instanceof Operand.Named named) {
                names.add(named.parameter().name());
            }
        });
        rule.effects().forEach(effect -> names.addAll(Template.names(reason(effect))));
        names.retainAll(known);
        return names;
    }

    static List<String> conditions(Rule rule) {
        return rule.condition().parts().stream().map(Wording::of).toList();
    }
}
