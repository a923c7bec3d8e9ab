package io.dunlin.engine;

import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Field;
import io.dunlin.language.Template;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** The smallest change of one value that turns a comparison round, in words. */
final class Change {
    private Change() {}

    static String of(Comparison c, Fact fact) {
        var actual = c.field().read(fact);
        var required = c.operand().value(fact);
        if (actual instanceof Integer have && required instanceof Integer want) {
            return number(c, have, want);
        }
        if (actual instanceof BigDecimal have && required instanceof BigDecimal want) {
            return money(c, have, want, fact.currency());
        }
        return switch (c.operator()) {
            case IS_TRUE -> "must be true";
            case EQUAL -> required == null ? "must not exist" : "must be " + show(c.field(), required, fact);
            case NOT_EQUAL -> required == null ? "must exist" : "must be something else";
            case IN -> "must be one of " + required;
            case NOT_IN -> "must be none of " + required;
            case CONTAINS -> required + " must be among them";
            case NOT_CONTAINS -> required + " must not be among them";
            default -> "must exist first";
        };
    }

    private static String number(Comparison c, int have, int want) {
        var unit = c.field().unit() == Unit.COUNT
                ? ""
                : " " + c.field().unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int target =
                switch (c.operator()) {
                    case MORE -> want + 1;
                    case LESS -> want - 1;
                    default -> want;
                };
        if (c.operator() == Operator.NOT_EQUAL) {
            return "any other value than " + want;
        }
        return Math.abs(target - have) + (target > have ? " more" : " fewer") + unit;
    }

    private static String money(Comparison c, BigDecimal have, BigDecimal want, String currency) {
        var decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var cent = BigDecimal.ONE.movePointLeft(decimals);
        var target =
                switch (c.operator()) {
                    case MORE -> want.add(cent);
                    case LESS -> want.subtract(cent);
                    default -> want;
                };
        var text = Template.money(target.subtract(have).abs(), currency);
        return text + (target.compareTo(have) > 0 ? " more" : " less");
    }

    static String show(Field field, Object value, Fact fact) {
        if (value == null) {
            return "none";
        }
        return field.unit() == Unit.MONEY && value instanceof BigDecimal money
                ? Template.money(money, fact.currency())
                : value.toString();
    }
}
