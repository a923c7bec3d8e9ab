package io.dunlin.precedent;

import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Operand;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The thresholds that any rule compares one number with. Two values between the same thresholds answer every comparison
 * alike, so that the place between them stands for the value.
 */
final class Scale {
    static final Scale NONE = new Scale(new long[0]);

    private final long[] steps;

    private Scale(long[] steps) {
        this.steps = steps;
    }

    /** In what a number is counted: money in its smallest unit, everything else as it is. */
    record Measure(String currency, int decimals, Rates rates) {
        static final Measure PLAIN = new Measure(null, 0, Rates.NONE);

        /** Null where there is no rate. */
        private BigDecimal threshold(Operand operand) {
            if (operand instanceof Operand.Named named) {
                var parameter = named.parameter();
                if (parameter.currency() == null) {
                    return parameter.value();
                }
                return rates.converts(parameter.currency(), currency)
                        ? rates.convert(parameter.value(), parameter.currency(), currency)
                        : null;
            }
            return number(((Operand.Literal) operand).value());
        }
    }

    /** @param always further values on whose two sides things differ */
    static Scale of(List<Comparison> comparisons, Measure measure, long... always) {
        var steps = new TreeSet<Long>();
        for (var value : always) {
            steps.add(value);
        }
        for (var comparison : comparisons) {
            if (comparison.operand() instanceof Operand.OneOf oneOf) {
                oneOf.values().forEach(value -> add(number(value), Operator.EQUAL, steps));
            } else if (!(comparison.operand() instanceof Operand.Literal literal && literal.value() == null)) {
                var threshold = measure.threshold(comparison.operand());
                if (threshold != null) {
                    add(threshold.movePointRight(measure.decimals()), comparison.operator(), steps);
                }
            }
        }
        return new Scale(steps.stream().mapToLong(Long::longValue).toArray());
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal money ? money : BigDecimal.valueOf((Integer) value);
    }

    private static void add(BigDecimal threshold, Operator operator, TreeSet<Long> steps) {
        // First whole number not below it, and first whole number above it.
        long from = threshold.setScale(0, RoundingMode.CEILING).longValueExact();
        long above = threshold.setScale(0, RoundingMode.FLOOR).longValueExact() + 1;
        switch (operator) {
            case LESS, AT_LEAST -> steps.add(from);
            case MORE, AT_MOST -> steps.add(above);
            default -> {
                steps.add(from);
                steps.add(above);
            }
        }
    }

    /** Equal for scales with the same thresholds. */
    Object same() {
        return LongStream.of(steps).boxed().toList();
    }

    boolean isEmpty() {
        return steps.length == 0;
    }

    long first() {
        return steps.length == 0 ? 0 : steps[0];
    }

    long last() {
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    /** How many places there are, the one of a missing value included. */
    int places() {
        return steps.length + 2;
    }

    int place(long value) {
        int place = 0;
        while (place < steps.length && steps[place] <= value) {
            place++;
        }
        return place;
    }

    int missing() {
        return steps.length + 1;
    }

    /** The first value above this one that stands in another place; {@link Long#MAX_VALUE} where there is none. */
    long next(long value) {
        int place = place(value);
        return place < steps.length ? steps[place] : Long.MAX_VALUE;
    }
}
