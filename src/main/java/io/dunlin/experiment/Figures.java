package io.dunlin.experiment;

import io.dunlin.experiment.Metric.Measure;
import java.util.Locale;

/** Figures for readers: six decimals for machines, and as many as mean something for people. */
final class Figures {
    private static final double SIX_DECIMALS = 1e6;

    private Figures() {}

    static double rounded(double value) {
        return Math.round(value * SIX_DECIMALS) / SIX_DECIMALS;
    }

    static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) rounded(value) : null;
    }

    /** Without its sign: {@code 3.1 points}. */
    static String size(double value, Measure measure, String currency) {
        var size = Math.abs(value);
        return switch (measure) {
            case SHARE -> String.format(Locale.ROOT, "%.1f points", size * 100);
            case DAYS -> String.format(Locale.ROOT, "%.1f days", size);
            case COUNT -> String.format(Locale.ROOT, "%.2f", size);
            case MONEY -> String.format(Locale.ROOT, "%s %,.2f", currency, size);
        };
    }
}
