package io.dunlin.generator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Where generated customers live. */
record Market(String country, String zone, String language, String currency) {
    private static final List<Market> ALL = List.of(
            new Market("DE", "Europe/Berlin", "de", "EUR"),
            new Market("FR", "Europe/Paris", "fr", "EUR"),
            new Market("GB", "Europe/London", "en", "GBP"),
            new Market("NL", "Europe/Amsterdam", "nl", "EUR"),
            new Market("AT", "Europe/Vienna", "de", "EUR"),
            new Market("US", "America/New_York", "en", "USD"),
            new Market("IT", "Europe/Rome", "it", "EUR"),
            new Market("CH", "Europe/Zurich", "de", "CHF"),
            new Market("PL", "Europe/Warsaw", "pl", "PLN"),
            new Market("SE", "Europe/Stockholm", "sv", "SEK"));
    private static final int[] WEIGHTS = {42, 12, 11, 10, 8, 8, 4, 2, 2, 1};

    /** Round figures near those of the day, so that totals in several currencies can be compared. */
    static final Map<String, BigDecimal> RATES = Map.of(
            "EUR", new BigDecimal("1"),
            "USD", new BigDecimal("1.15"),
            "GBP", new BigDecimal("0.86"),
            "CHF", new BigDecimal("0.94"),
            "PLN", new BigDecimal("4.25"),
            "SEK", new BigDecimal("11.0"));

    static Market any(Dice dice) {
        return ALL.get(dice.weighted(WEIGHTS));
    }

    double rate() {
        return RATES.get(currency).doubleValue();
    }
}
