package io.dunlin.language;

import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the words of one rule mean, and where its findings go. */
final class RuleScope {
    private final String file;
    private final String rule;
    private final Class<? extends Fact> fact;
    private final Manifest manifest;
    private final Findings findings;
    private final Set<String> usedParameters = new HashSet<>();

    RuleScope(String file, String rule, Class<? extends Fact> fact, Manifest manifest, Findings findings) {
        this.file = file;
        this.rule = rule;
        this.fact = fact;
        this.manifest = manifest;
        this.findings = findings;
    }

    Set<String> usedParameters() {
        return usedParameters;
    }

    void error(Code code, int line, int column, String message, String hint) {
        findings.error(code, file, line, column, rule, message, hint);
    }

    /** The field a path names; null, with a finding, where there is none a comparison could use. */
    Field field(String path, int line, int column) {
        var field = Words.field(fact, path).orElse(null);
        if (field == null) {
            var hint = Guess.question(path, knownFields());
            error(Code.UNKNOWN_FIELD, line, column, fact.getSimpleName() + " has no field `" + path + "`", hint);
        } else if (Fact.class.isAssignableFrom(field.type())) {
            error(
                    Code.WRONG_TYPE,
                    line,
                    column,
                    "`" + path + "` is a fact",
                    "name one of its fields, `" + path + ".…`");
            return null;
        }
        return field;
    }

    /** A name in a reason's placeholder: a field or a parameter. */
    boolean knows(String name) {
        if (manifest.parameters().containsKey(name)) {
            usedParameters.add(name);
            return true;
        }
        return Words.field(fact, name)
                .filter(f -> !Fact.class.isAssignableFrom(f.type()))
                .isPresent();
    }

    /** All that can be said of what an unknown field is compared with. */
    void exists(String token, int line, int column) {
        boolean isName = token.matches("[a-z][A-Za-z0-9]*") && !token.matches("true|false|null");
        if (isName && !knows(token)) {
            var message = "there is no parameter `" + token + "`";
            error(Code.UNKNOWN_PARAMETER, line, column, message, Guess.question(token, knownNames()));
        }
    }

    List<String> knownNames() {
        var names = new ArrayList<>(knownFields());
        names.addAll(manifest.parameters().keySet());
        return names;
    }

    private List<String> knownFields() {
        var names = new ArrayList<String>();
        Words.fields(fact).forEach((name, field) -> {
            if (Fact.class.isAssignableFrom(field.type())) {
                Words.fields(field.type()).keySet().forEach(inner -> names.add(name + "." + inner));
            } else {
                names.add(name);
            }
        });
        return names;
    }

    /** The right side of a comparison with {@code field}; null, with a finding, where it does not fit. */
    Operand operand(Field field, Operator operator, String token, int line, int column) {
        if (field.isSet() != (operator == Operator.CONTAINS)) {
            var hint = field.isSet() ? "use `contains`" : "`contains` is for sets such as stepsDone";
            error(Code.WRONG_TYPE, line, column, "`" + field.name() + "` cannot be compared this way", hint);
            return null;
        }
        if (operator.isOrder() && !isOrdered(field)) {
            error(Code.WRONG_TYPE, line, column, "`" + field.name() + "` has no order", "use == or !=");
            return null;
        }
        var operand = find(field, token);
        if (operand == null) {
            var hint = token.matches("-?0[0-9]+")
                    ? "write it without the 0 in front"
                    : Guess.question(token, candidates(field));
            var message = "`" + token + "` is no " + expected(field) + " for `" + field.name() + "`";
            error(misfit(field, token), line, column, message, hint);
        }
        return operand;
    }

    /** Whether the word does not exist, or exists and is of another kind. */
    private Code misfit(Field field, String token) {
        boolean isName = token.matches("[A-Za-z][A-Za-z0-9_]*") && !token.matches("true|false|null");
        if (!isName || manifest.parameters().containsKey(token) || knownFields().contains(token)) {
            return Code.WRONG_TYPE;
        }
        var type = field.isSet() ? field.element() : field.type();
        if (type.isEnum()) {
            return type == Action.class ? Code.UNKNOWN_ACTION : Code.UNKNOWN_WORD;
        }
        return isOrdered(field) ? Code.UNKNOWN_PARAMETER : Code.WRONG_TYPE;
    }

    private Operand find(Field field, String token) {
        if (token.equals("null")) {
            return field.type().isPrimitive() || field.isSet() ? null : new Operand.Literal(null);
        }
        var parameter = manifest.parameters().get(token);
        if (parameter != null) {
            usedParameters.add(token);
            if (parameter.unit() == null) {
                findings.spoil(file, rule);
                return new Operand.Literal(null);
            }
            return parameter.unit() == field.unit() ? new Operand.Named(parameter) : null;
        }
        var literal = literal(field, token);
        if (literal != null) {
            return new Operand.Literal(literal);
        }
        return Words.field(fact, token)
                .filter(other -> !field.isSet() && other.unit() == field.unit() && boxed(other) == boxed(field))
                .map(other -> (Operand) new Operand.Other(other))
                .orElse(null);
    }

    private static Object literal(Field field, String token) {
        if (field.isNumber()) {
            return token.matches("-?(0|[1-9][0-9]{0,8})") ? (Object) Integer.valueOf(token) : null;
        }
        if (field.type() == BigDecimal.class) {
            return token.matches("-?0+(\\.0+)?") ? BigDecimal.ZERO : null;
        }
        if (field.type() == boolean.class) {
            return token.equals("true") ? Boolean.TRUE : token.equals("false") ? Boolean.FALSE : null;
        }
        if (field.type() == String.class) {
            return token.matches("\".*\"|'.*'") ? token.substring(1, token.length() - 1) : null;
        }
        return constant(field, token.substring(token.lastIndexOf('.') + 1));
    }

    private static Object constant(Field field, String name) {
        var type = field.isSet() ? field.element() : field.type();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .filter(c -> ((Enum<?>) c).name().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean isOrdered(Field field) {
        return field.unit() != Unit.NONE;
    }

    private static Class<?> boxed(Field field) {
        return field.type() == int.class ? Integer.class : field.type();
    }

    private List<String> candidates(Field field) {
        var type = field.isSet() ? field.element() : field.type();
        var names = new ArrayList<>(manifest.parameters().keySet());
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
        }
        names.addAll(knownFields());
        return names;
    }

    private static String expected(Field field) {
        if (field.unit() == Unit.MONEY) {
            return "amount (0, a parameter with a currency, or another amount field)";
        }
        if (field.isNumber()) {
            return "whole number of "
                    + field.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
        var type = field.isSet() ? field.element() : field.type();
        return type.isEnum()
                ? type.getSimpleName()
                : type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " value";
    }
}
