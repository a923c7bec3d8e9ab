package io.dunlin.report;

import io.dunlin.experiment.Line;
import java.util.Locale;

/** Figures of an experiment as a reader expects them: shares in percent, differences of them in points. */
final class ExperimentWords {
    private ExperimentWords() {}

    static String value(Double value, Line line) {
        if (value == null) {
            return "–";
        }
        return switch (line.measure()) {
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case DAYS -> String.format(Locale.ROOT, "%.1f days", value);
            case COUNT -> String.format(Locale.ROOT, "%.2f", value);
            case MONEY -> String.format(Locale.ROOT, "%s %,.2f", line.unit(), value);
        };
    }

    static String signed(Double value, Line line) {
        if (value == null) {
            return "–";
        }
        var sign = value > 0 ? "+" : value < 0 ? "−" : "±";
        var size = Math.abs(value);
        return sign
                + switch (line.measure()) {
                    case SHARE -> String.format(Locale.ROOT, "%.1f points", size * 100);
                    case DAYS -> String.format(Locale.ROOT, "%.1f days", size);
                    case COUNT -> String.format(Locale.ROOT, "%.2f", size);
                    case MONEY -> String.format(Locale.ROOT, "%s %,.2f", line.unit(), size);
                };
    }
}
