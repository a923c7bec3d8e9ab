package io.dunlin.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exchange rates of one day.
 *
 * @param perUnit how much of each currency (ISO 4217) one unit of a common, unnamed reference buys; only quotients
 *     matter, so any reference will do
 */
public record Rates(Map<String, BigDecimal> perUnit) {
    public static final Rates NONE = new Rates(Map.of());

    public Rates {
        perUnit = perUnit == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(perUnit));
    }

    public boolean converts(String from, String to) {
        return from.equals(to) || (perUnit.containsKey(from) && perUnit.containsKey(to));
    }

    /** The amount in another currency, unrounded (16 digits). Ask {@link #converts} first. */
    public BigDecimal convert(BigDecimal amount, String from, String to) {
        if (from.equals(to)) {
            return amount;
        }
        if (!converts(from, to)) {
            throw new IllegalStateException("no rate from " + from + " to " + to);
        }
        return amount.multiply(perUnit.get(to)).divide(perUnit.get(from), MathContext.DECIMAL64);
    }
}
