package io.dunlin.analysis;

import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that want one word each of the same field are found by looking the word up; one that says the same in another way
 * is tested by itself. It is the one way of writing of which we measured that it costs something.
 */
final class LookUps {
    private static final int LOOKED_UP = 3;

    private final Map<String, Set<Object>> wanted = new HashMap<>();
    private final Said said;

    LookUps(List<Rule> rules, Said said) {
        this.said = said;
        rules.forEach(rule -> rule.condition().parts().forEach(this::count));
    }

    private void count(Condition part) {
        if (part instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
            var value = word(comparison);
            if (value != null) {
                wanted.computeIfAbsent(comparison.field().name(), name -> new HashSet<>())
                        .add(value);
            }
        }
    }

    void check(Rule rule) {
        rule.condition().parts().forEach(part -> {
            var comparison = oneWord(part);
            if (comparison != null
                    && wanted.getOrDefault(field(comparison), Set.of()).size() >= LOOKED_UP) {
                said.warn(
                        Code.SLOW_CONDITION,
                        rule,
                        comparison,
                        "`" + field(comparison) + "` is looked up for other rules, but for this one tested by itself",
                        field(comparison) + " == " + text(word(comparison)));
            }
        });
    }

    private static String field(Comparison comparison) {
        return comparison.field().name();
    }

    /** The comparison, where it asks for one word without saying {@code ==}. */
    private static Comparison oneWord(Condition part) {
        var isNot = part instanceof Condition.Not;
        var inner = part instanceof Condition.Not not ? not.part() : part;
        if (!(inner instanceof Comparison comparison) || word(comparison) == null) {
            return null;
        }
        return switch (comparison.operator()) {
            case IN -> isNot ? null : comparison;
            case NOT_EQUAL, NOT_IN -> isNot ? comparison : null;
            default -> null;
        };
    }

    /** Null where there are several, or none. */
    private static Object word(Comparison comparison) {
        if (comparison.operand() instanceof Operand.OneOf list) {
            return list.values().size() == 1 ? list.values().iterator().next() : null;
        }
        return comparison.operand() instanceof Operand.Literal literal ? literal.value() : null;
    }

    private static String text(Object word) {
        return word instanceof String ? "\"" + word + "\"" : String.valueOf(word);
    }
}
