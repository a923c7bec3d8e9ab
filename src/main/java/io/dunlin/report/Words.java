package io.dunlin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures and names as a reader of a report expects them. */
final class Words {
    private Words() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String money(BigDecimal amount) {
        return amount == null ? "" : String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** Whole units, where cents would only hide the size. */
    static String round(BigDecimal amount) {
        return String.format(
                Locale.ROOT, "%,d", amount.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    /** Of the first, with a sign; a dash where there is nothing to compare with. */
    static String change(BigDecimal from, BigDecimal to) {
        if (from.signum() == 0) {
            return to.signum() == 0 ? "±0 %" : "–";
        }
        var percent = to.subtract(from).multiply(BigDecimal.valueOf(100)).divide(from.abs(), 1, RoundingMode.HALF_EVEN);
        var sign = percent.signum() > 0 ? "+" : percent.signum() == 0 ? "±" : "−";
        return sign + percent.abs().toPlainString() + " %";
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "")
                + String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    /** Whole units of money, and a digit of what is counted in smaller numbers. */
    static String rounded(BigDecimal amount) {
        return amount.scale() > 1 ? round(amount) : String.format(Locale.ROOT, "%,.1f", amount);
    }

    static String signedRound(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + round(amount);
    }

    static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", part * 100.0 / whole);
    }

    /** {@code OFFER_PAYMENT_PLAN} to "offer payment plan". */
    static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** For coordinates. */
    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
