package io.dunlin.language;

import io.dunlin.language.Condition.Operator;
import io.dunlin.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/** Turns field, operator and operand into a test; the frequent shapes get one without boxing or look-ups. */
final class Tests {
    private Tests() {}

    static Predicate<Fact> test(Field field, Operator operator, Operand operand) {
        var reader = field.reader();
        if (operator == Operator.IS_TRUE) {
            return fact -> Boolean.TRUE.equals(reader.apply(fact));
        }
        if (operand instanceof Operand.OneOf oneOf) {
            return member(field, operator, oneOf.values());
        }
        if (operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS) {
            var wanted = operator == Operator.CONTAINS;
            var element = operand.value(null);
            return fact -> reader.apply(fact) instanceof Collection<?> set && set.contains(element) == wanted;
        }
        if (operand instanceof Operand.Literal literal && literal.value() == null) {
            return fact -> (reader.apply(fact) == null) == (operator == Operator.EQUAL);
        }
        return field.isNumber() ? number(field, operator, operand) : value(field, operator, operand);
    }

    private static Predicate<Fact> member(Field field, Operator operator, Set<Object> values) {
        var wanted = operator == Operator.IN;
        return fact -> {
            var value = field.read(fact);
            return value != null && values.contains(value) == wanted;
        };
    }

    private static Predicate<Fact> number(Field field, Operator operator, Operand operand) {
        if (operand instanceof Operand.Other other) {
            return fact -> field.read(fact) instanceof Integer left
                    && other.field().read(fact) instanceof Integer right
                    && operator.accepts(Integer.compare(left, right));
        }
        var reader = field.reader();
        int bound = (Integer) operand.value(null);
        return switch (operator) {
            case EQUAL -> fact -> reader.apply(fact) instanceof Integer n && n == bound;
            case NOT_EQUAL -> fact -> !(reader.apply(fact) instanceof Integer n) || n != bound;
            case LESS -> fact -> reader.apply(fact) instanceof Integer n && n < bound;
            case AT_MOST -> fact -> reader.apply(fact) instanceof Integer n && n <= bound;
            case MORE -> fact -> reader.apply(fact) instanceof Integer n && n > bound;
            case AT_LEAST -> fact -> reader.apply(fact) instanceof Integer n && n >= bound;
            default -> throw new IllegalStateException(operator + " on a number");
        };
    }

    private static Predicate<Fact> value(Field field, Operator operator, Operand operand) {
        if (field.type() == BigDecimal.class && isZero(operand)) {
            return sign(field, operator);
        }
        if (field.type() == BigDecimal.class && operand instanceof Operand.Named named) {
            return money(field, operator, named);
        }
        if (field.type().isEnum() && operand instanceof Operand.Literal) {
            var reader = field.reader();
            var constant = operand.value(null);
            return operator == Operator.EQUAL
                    ? fact -> reader.apply(fact) == constant
                    : fact -> reader.apply(fact) != constant;
        }
        return fact -> {
            var left = field.read(fact);
            var right = left == null ? null : operand.value(fact);
            if (left == null || right == null) {
                return operator == Operator.NOT_EQUAL;
            }
            return operator.accepts(compare(left, right));
        };
    }

    private static Predicate<Fact> sign(Field field, Operator operator) {
        var reader = field.reader();
        if (operator == Operator.NOT_EQUAL) {
            return fact -> !(reader.apply(fact) instanceof BigDecimal money) || money.signum() != 0;
        }
        return operator == Operator.MORE
                ? fact -> reader.apply(fact) instanceof BigDecimal money && money.signum() > 0
                : fact -> reader.apply(fact) instanceof BigDecimal money && operator.accepts(money.signum());
    }

    private static Predicate<Fact> money(Field field, Operator operator, Operand.Named limit) {
        var reader = field.reader();
        return fact -> {
            var bound = limit.amount(fact);
            return bound != null && reader.apply(fact) instanceof BigDecimal money
                    ? operator.accepts(money.compareTo(bound))
                    : operator == Operator.NOT_EQUAL;
        };
    }

    private static boolean isZero(Operand operand) {
        return operand instanceof Operand.Literal literal && literal.value().equals(BigDecimal.ZERO);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }
}
