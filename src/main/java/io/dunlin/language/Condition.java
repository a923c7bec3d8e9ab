package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What stands between the brackets of a rule's pattern, resolved and typed. It can only compare, never act. */
public sealed interface Condition {
    boolean holds(Fact fact);

    /** Every comparison in it, in the order written. */
    Stream<Comparison> comparisons();

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Fact fact) {
            for (var part : parts) {
                if (!part.holds(fact)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Fact fact) {
            for (var part : parts) {
                if (part.holds(fact)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Fact fact) {
            return !part.holds(fact);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return part.comparisons();
        }
    }

    /**
     * A field against something. A missing value satisfies nothing but {@code == null} and {@code != something}.
     *
     * @param text as written, parameters still by name
     * @param key the same with parameters resolved; equal keys mean equal tests, which Drools then evaluates once
     */
    record Comparison(
            Field field,
            Operator operator,
            Operand operand,
            String text,
            String key,
            int line,
            int column,
            Predicate<Fact> test)
            implements Condition {
        @Override
        public boolean holds(Fact fact) {
            return test.test(fact);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }
    }

    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        IN("in"),
        NOT_IN("not in"),
        CONTAINS("contains"),
        NOT_CONTAINS("not contains"),
        IS_TRUE("is true");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        boolean isOrder() {
            return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
        }

        /** Whether {@code a.compareTo(b)} satisfies the operator. */
        public boolean accepts(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case MORE -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
                default -> throw new IllegalStateException(this + " compares no order");
            };
        }
    }
}
