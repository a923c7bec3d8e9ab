package io.dunlin.precedent;

import io.dunlin.language.Condition;
import io.dunlin.language.Condition.All;
import io.dunlin.language.Condition.Any;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.HoldNumbers;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How old an invoice must be at least before any of some rules can propose anything about it. Before that nothing is wanted of
 * it, whatever happens to its customer.
 *
 * @param overdue the least days overdue, for rules that go by those
 * @param untilDue the same for rules that go by the days left, before free days are counted off
 */
record Dormancy(int overdue, int untilDue) {
    private static final int ALWAYS = Integer.MIN_VALUE / 2;
    private static final int NO_DAY = Integer.MAX_VALUE / 2;
    static final Dormancy NEVER = new Dormancy(ALWAYS, ALWAYS);

    static Dormancy of(List<Rule> rules, HoldNumbers numbers) {
        int overdue = NO_DAY;
        int untilDue = NO_DAY;
        for (var rule : rules) {
            int late = from(rule.condition(), its -> late(its, numbers.graceDays()));
            int left = from(rule.condition(), Dormancy::left);
            // Both must hold; the larger will do.
            if (late >= left) {
                overdue = Math.min(overdue, late);
            } else {
                untilDue = Math.min(untilDue, left);
            }
        }
        return new Dormancy(overdue, untilDue);
    }

    private static int from(Condition condition, ToIntFunction<Comparison> from) {
        if (condition instanceof Comparison comparison) {
            return from.applyAsInt(comparison);
        }
        if (condition instanceof All all) {
            return all.parts().stream().mapToInt(part -> from(part, from)).max().orElse(ALWAYS);
        }
        if (condition instanceof Any any) {
            return any.parts().stream().mapToInt(part -> from(part, from)).min().orElse(ALWAYS);
        }
        return ALWAYS;
    }

    private static int late(Comparison its, int graceDays) {
        return switch (its.field().name()) {
            case "daysOverdue" -> least(its);
            // Until grace is over there are none.
            case "delinquentDays" -> least(its) > 0 ? least(its) + graceDays : ALWAYS;
            default -> ALWAYS;
        };
    }

    /** The least number that can satisfy the comparison. */
    private static int least(Comparison its) {
        var threshold = threshold(its);
        if (threshold == null) {
            return ALWAYS;
        }
        return switch (its.operator()) {
            case AT_LEAST, EQUAL -> threshold.setScale(0, RoundingMode.CEILING).intValueExact();
            case MORE -> threshold.setScale(0, RoundingMode.FLOOR).intValueExact() + 1;
            default -> ALWAYS;
        };
    }

    /** The most days left that can satisfy the comparison, as days overdue. */
    private static int left(Comparison its) {
        var threshold = its.field().name().equals("daysUntilDue") ? threshold(its) : null;
        if (threshold == null) {
            return ALWAYS;
        }
        return switch (its.operator()) {
            case AT_MOST, EQUAL, LESS ->
                -threshold.setScale(0, RoundingMode.FLOOR).intValueExact();
            default -> ALWAYS;
        };
    }

    private static BigDecimal threshold(Comparison its) {
        var value = its.operand() instanceof Operand.Named named
                ? named.parameter().value()
                : its.operand() instanceof Operand.Literal literal ? literal.value() : null;
        return value instanceof Integer number ? BigDecimal.valueOf(number) : (BigDecimal) value;
    }

    /** The first day on which a rule can hold, of an invoice due on that day. */
    int until(int due, int mostGap) {
        return due + Math.min(overdue, untilDue - mostGap);
    }
}
