package io.dunlin.precedent;

import io.dunlin.language.Condition;
import io.dunlin.language.Condition.All;
import io.dunlin.language.Condition.Any;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Operand;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole numbers from one to another, both included: all with which a condition can hold. */
record Span(long from, long to) {
    private static final long FAR = Integer.MAX_VALUE;
    static final Span ALL = new Span(-FAR, FAR);

    /** What a field has to be, whatever else the condition asks. */
    static Span of(Condition condition, String field) {
        if (condition instanceof All all) {
            return all.parts().stream().map(part -> of(part, field)).reduce(ALL, Span::and);
        }
        if (condition instanceof Any any) {
            return any.parts().stream()
                    .map(part -> of(part, field))
                    .reduce(Span::or)
                    .orElse(ALL);
        }
        return condition instanceof Comparison its && its.field().name().equals(field) ? of(its) : ALL;
    }

    private static Span of(Comparison its) {
        var threshold = threshold(its.operand());
        if (threshold == null) {
            return ALL;
        }
        long least = whole(threshold, RoundingMode.CEILING);
        long most = whole(threshold, RoundingMode.FLOOR);
        return switch (its.operator()) {
            case AT_LEAST -> new Span(least, FAR);
            case MORE -> new Span(most + 1, FAR);
            case AT_MOST -> new Span(-FAR, most);
            case LESS -> new Span(-FAR, least - 1);
            case EQUAL -> new Span(least, most);
            default -> ALL;
        };
    }

    private static BigDecimal threshold(Operand operand) {
        var value = operand instanceof Operand.Named named
                ? named.parameter().value()
                : operand instanceof Operand.Literal literal ? literal.value() : null;
        return value instanceof Integer number ? BigDecimal.valueOf(number) : (BigDecimal) value;
    }

    private static long whole(BigDecimal threshold, RoundingMode mode) {
        var far = BigDecimal.valueOf(FAR);
        return threshold.max(far.negate()).min(far).setScale(0, mode).longValueExact();
    }

    Span and(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** All of both, and what lies between them. */
    Span or(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean covers(Span other) {
        return from <= other.from && to >= other.to;
    }

    Span later(int days) {
        return new Span(Math.min(from + days, FAR), Math.min(to + days, FAR));
    }
}
