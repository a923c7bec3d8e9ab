package io.dunlin.analysis;

import io.dunlin.language.Field;
import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that can be asked about a fact, its values as whole numbers: amounts in millionths, words and yes/no by position,
 * texts by the order in which rules mention them.
 *
 * @param path the field as a rule writes it
 * @param element for a set the word whose presence is asked; else null
 * @param universe every value that can occur
 */
record Dim(int index, Kind kind, String path, Field field, Object element, Values universe, List<String> texts) {
    enum Kind {
        NUMBER,
        MONEY,
        YES_NO,
        WORD,
        TEXT,
        /** Only whether it is there. */
        DATE,
        MEMBER,
        /** A comparison as a whole, which is not looked into. */
        OPAQUE
    }

    private static final int MONEY_DIGITS = 6;

    static long money(BigDecimal amount) {
        return amount.movePointRight(MONEY_DIGITS).longValueExact();
    }

    Formula is(long... numbers) {
        return new Formula.In(this, Values.of(numbers));
    }

    Formula isNot(long... numbers) {
        return is(numbers).not();
    }

    Formula between(long first, long last) {
        return new Formula.In(this, Values.range(first, last));
    }

    Formula atLeast(long first) {
        return between(first, Long.MAX_VALUE);
    }

    Formula atMost(long last) {
        return between(Values.MISSING + 1, last);
    }

    Formula isMissing() {
        return is(Values.MISSING);
    }

    Formula isKnown() {
        return isNot(Values.MISSING);
    }

    /** The number that stands for a value as it is written in a rule. */
    long code(Object value) {
        return switch (kind) {
            case NUMBER -> (Integer) value;
            case MONEY -> money((BigDecimal) value);
            case YES_NO -> Boolean.TRUE.equals(value) ? 1 : 0;
            case WORD -> ((Enum<?>) value).ordinal();
            case TEXT -> text((String) value);
            default -> throw new IllegalStateException(path + " is compared with no value");
        };
    }

    private long text(String value) {
        if (!texts.contains(value)) {
            texts.add(value);
        }
        return texts.indexOf(value) + 1L;
    }

    /** The value a number stands for; null where it is missing. */
    Object value(long code) {
        if (code == Values.MISSING) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> (int) code;
            case MONEY -> amount(code);
            case WORD -> field.type().getEnumConstants()[(int) code];
            case TEXT -> code >= 1 && code <= texts.size() ? texts.get((int) code - 1) : unmentioned();
            case DATE -> null;
            default -> code == 1;
        };
    }

    private static BigDecimal amount(long code) {
        var exact = BigDecimal.valueOf(code, MONEY_DIGITS).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }

    /** A text that no rule mentions. */
    private String unmentioned() {
        return Ordinary.texts(path)
                .filter(text -> !texts.contains(text))
                .findFirst()
                .orElseThrow();
    }
}
