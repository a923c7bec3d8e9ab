package io.dunlin.analysis;

import static io.dunlin.analysis.Formula.all;
import static io.dunlin.analysis.Formula.any;

import io.dunlin.analysis.Dim.Kind;
import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Operand;

/** A rule's condition as a formula that is true of exactly the same facts; comparisons it cannot follow stay opaque. */
final class Translation {
    private final Dims dims;
    private final String currency;
    private final String owner;

    /**
     * @param currency in which amounts are thought; thresholds in another one depend on the day's rate
     * @param owner what stands before each field, so that a customer's rule can be asked of the customer's invoice
     */
    Translation(Dims dims, String currency, String owner) {
        this.dims = dims;
        this.currency = currency;
        this.owner = owner;
    }

    Formula of(Condition condition) {
        if (condition instanceof Condition.All every) {
            return all(every.parts().stream().map(this::of));
        }
        if (condition instanceof Condition.Any some) {
            return any(some.parts().stream().map(this::of));
        }
        return condition instanceof Condition.Not not ? of(not.part()).not() : of((Comparison) condition);
    }

    private Formula of(Comparison comparison) {
        var path = owner + comparison.field().name();
        if (comparison.field().isSet()) {
            var member = dims.member(path, comparison.operand().value(null));
            return member == null ? opaque(comparison) : member.is(comparison.operator() == Operator.CONTAINS ? 1 : 0);
        }
        var dim = dims.at(path);
        if (dim == null) {
            return opaque(comparison);
        }
        if (comparison.operand() instanceof Operand.Other other) {
            return fields(comparison, dim, dims.at(owner + other.field().name()));
        }
        var constant = constant(dim, comparison.operand());
        return constant == null ? opaque(comparison) : constant(dim, comparison.operator(), constant);
    }

    /** The values compared with; null where they are not known. */
    private Values constant(Dim dim, Operand operand) {
        if (operand instanceof Operand.OneOf list) {
            return Values.of(list.values().stream().mapToLong(dim::code).toArray());
        }
        if (operand instanceof Operand.Named named) {
            var parameter = named.parameter();
            if (parameter.currency() == null) {
                return Values.of(parameter.value().intValueExact());
            }
            return parameter.currency().equals(currency) ? Values.of(Dim.money(parameter.value())) : null;
        }
        var value = ((Operand.Literal) operand).value();
        return Values.of(value == null ? Values.MISSING : dim.code(value));
    }

    private static Formula constant(Dim dim, Operator operator, Values values) {
        var known = dim.universe().minus(Values.of(Values.MISSING));
        if (values.hasMissing()) {
            return operator == Operator.EQUAL ? dim.isMissing() : dim.isKnown();
        }
        return switch (operator) {
            case EQUAL, IN, IS_TRUE -> new Formula.In(dim, values);
            case NOT_EQUAL -> new Formula.In(dim, dim.universe().minus(values));
            case NOT_IN -> new Formula.In(dim, known.minus(values));
            case LESS -> dim.atMost(values.min() - 1);
            case AT_MOST -> dim.atMost(values.min());
            case MORE -> dim.atLeast(values.min() + 1);
            case AT_LEAST -> dim.atLeast(values.min());
            default -> throw new IllegalStateException(operator + " asks for a set");
        };
    }

    private Formula fields(Comparison comparison, Dim left, Dim right) {
        if (right == null || (left.kind() != Kind.NUMBER && left.kind() != Kind.MONEY)) {
            return opaque(comparison);
        }
        var known = all(left.isKnown(), right.isKnown());
        return switch (comparison.operator()) {
            case LESS -> all(known, Formula.atMost(left, 1, right));
            case AT_MOST -> all(known, Formula.atMost(left, 0, right));
            case MORE -> all(known, Formula.atMost(right, 1, left));
            case AT_LEAST -> all(known, Formula.atMost(right, 0, left));
            case EQUAL -> all(known, Formula.atMost(left, 0, right), Formula.atMost(right, 0, left));
            case NOT_EQUAL -> different(known, left, right);
            default -> opaque(comparison);
        };
    }

    /** A missing number differs from nothing, a missing amount from everything: so the tests have it. */
    private static Formula different(Formula known, Dim left, Dim right) {
        var apart = all(known, any(Formula.atMost(left, 1, right), Formula.atMost(right, 1, left)));
        return left.kind() == Kind.NUMBER ? apart : any(known.not(), apart);
    }

    private Formula opaque(Comparison comparison) {
        return dims.opaque(owner + comparison.key()).is(1);
    }
}
