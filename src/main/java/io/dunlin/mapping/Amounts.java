package io.dunlin.mapping;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Amounts as people and programs write them, with the decimals their currency has. */
final class Amounts {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    private static final int LONGEST = 40;

    private final char decimal;
    private final String thousands;

    Amounts(Format format) {
        this.decimal = format.decimal().charAt(0);
        this.thousands = format.thousands();
    }

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    BigDecimal parse(String text) throws NotUnderstood {
        var digits = ungrouped(text);
        if (digits.length() > LONGEST) {
            throw new NotUnderstood("is too long for an amount");
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            var sign = i == 0 && (c == '-' || c == '+');
            if (!sign && c != decimal && (c < '0' || c > '9')) {
                throw new NotUnderstood(notANumber());
            }
        }
        try {
            return new BigDecimal(decimal == '.' ? digits : digits.replace(decimal, '.'));
        } catch (NumberFormatException e) {
            throw new NotUnderstood(notANumber());
        }
    }

    /** The amount with exactly the decimals of its currency. */
    static BigDecimal in(String currency, BigDecimal amount) throws NotUnderstood {
        var decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new NotUnderstood("has more decimals than " + currency + " has (" + decimals + ")");
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new NotUnderstood("is larger than any amount Dunlin believes (" + LIMIT.toPlainString() + ")");
        }
        return amount.setScale(decimals);
    }

    private String notANumber() {
        return "is not a number with `" + decimal + "` before the decimals"
                + (thousands.isEmpty()
                        ? " and no mark between thousands"
                        : " and `" + thousands + "` between thousands");
    }

    private String ungrouped(String text) throws NotUnderstood {
        if (thousands.isEmpty() || !text.contains(thousands)) {
            return text;
        }
        var whole = text.indexOf(decimal) < 0 ? text : text.substring(0, text.indexOf(decimal));
        var groups = whole.split(java.util.regex.Pattern.quote(thousands), -1);
        for (int i = 0; i < groups.length; i++) {
            var digits = i == 0 && !groups[i].isEmpty() && "+-".indexOf(groups[i].charAt(0)) >= 0
                    ? groups[i].substring(1)
                    : groups[i];
            if (i == 0 ? digits.isEmpty() || digits.length() > 3 : digits.length() != 3) {
                throw new NotUnderstood("has `" + thousands + "` where no thousands are");
            }
        }
        return text.replace(thousands, "");
    }
}
