package io.dunlin.language;

import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Diagnostic.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads one constraint of a pattern. Our own small grammar rather than Drools' expression parser, for two reasons: that
 * parser keeps no positions, and whatever is not in this grammar cannot reach the engine.
 *
 * <pre>
 * any        = all { "||" all }            all   = not { "&amp;&amp;" not }
 * not        = "!" not | "(" any ")" | comparison
 * comparison = field [ ("=="|"!="|"&lt;"|"&lt;="|"&gt;"|"&gt;=") value | ["not"] "in" "(" value {"," value} ")" | ["not"] "contains" value ]
 * </pre>
 */
final class ConditionParser {
    private static final Map<String, Operator> SYMBOLS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST);
    private static final int DEEPEST = 20;

    private final RuleScope scope;
    private final Tokens tokens;
    private int depth;

    ConditionParser(RuleScope scope, Tokens tokens) {
        this.scope = scope;
        this.tokens = tokens;
    }

    /** The condition; null where it was refused, with the reason among the findings. */
    Condition parse() {
        try {
            var condition = any();
            if (!tokens.atEnd()) {
                throw unexpected();
            }
            return condition;
        } catch (Refused refused) {
            return null;
        }
    }

    private Condition any() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(all());
        } while (tokens.take("||"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
    }

    private Condition all() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(not());
        } while (tokens.take("&&"));
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw refuse(Code.TOO_BIG, "the condition is nested too deeply", "split the rule");
        }
        try {
            if (tokens.take("!")) {
                return new Condition.Not(not());
            }
            if (tokens.take("(")) {
                var inner = any();
                expect(")");
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Comparison comparison() {
        int start = tokens.position();
        var path = tokens.takeName();
        if (path == null) {
            throw unexpected();
        }
        var field = scope.field(path, tokens.line(start), tokens.column(start));
        var symbol = SYMBOLS.get(tokens.peek());
        if (field == null) {
            if (symbol != null) {
                tokens.next();
                int at = tokens.position();
                scope.exists(tokens.peek(), tokens.line(at), tokens.column(at));
            }
            throw new Refused();
        }
        if (symbol != null) {
            tokens.next();
            return finish(start, field, symbol, value(field, symbol));
        }
        var not = tokens.take("not");
        if (tokens.take("in")) {
            return finish(start, field, not ? Operator.NOT_IN : Operator.IN, list(field));
        }
        if (tokens.take("contains")) {
            return finish(
                    start, field, not ? Operator.NOT_CONTAINS : Operator.CONTAINS, value(field, Operator.CONTAINS));
        }
        if (not) {
            throw unexpected();
        }
        if (field.type() != boolean.class) {
            throw refuse(Code.WRONG_TYPE, "`" + path + "` is not a yes/no field", "compare it with something");
        }
        return finish(start, field, Operator.IS_TRUE, new Operand.Literal(true));
    }

    private Comparison finish(int start, Field field, Operator operator, Operand operand) {
        var key = field.name() + operator.symbol() + operand.describe();
        return new Comparison(
                field,
                operator,
                operand,
                tokens.textFrom(start),
                key,
                tokens.line(start),
                tokens.column(start),
                Tests.test(field, operator, operand));
    }

    private Operand list(Field field) {
        expect("(");
        var values = new LinkedHashSet<Object>();
        do {
            var operand = value(field, Operator.IN);
            if (!(operand instanceof Operand.Literal literal) || literal.value() == null) {
                throw refuse(Code.WRONG_TYPE, "a list holds words and whole numbers only", null);
            }
            values.add(literal.value());
        } while (tokens.take(","));
        expect(")");
        return new Operand.OneOf(values);
    }

    private Operand value(Field field, Operator operator) {
        int at = tokens.position();
        var token = tokens.next();
        var operand = scope.operand(field, operator, token, tokens.line(at), tokens.column(at));
        if (operand == null) {
            throw new Refused();
        }
        return operand;
    }

    private void expect(String symbol) {
        if (!tokens.take(symbol)) {
            throw unexpected();
        }
    }

    private Refused unexpected() {
        var found = tokens.atEnd() ? "the end" : "`" + tokens.peek() + "`";
        return refuse(
                Code.FORBIDDEN,
                "a condition cannot go on with " + found,
                "a condition is a field, an operator and a value, joined by && and ||");
    }

    private Refused refuse(Code code, String message, String hint) {
        int at = tokens.position();
        scope.error(code, tokens.line(at), tokens.column(at), message, hint);
        return new Refused();
    }

    /** Leaves the constraint; its finding is already recorded, so that the next constraint can be read. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }
}
