package io.dunlin.experiment;

import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/** Challenger less champion, and between what it may lie (Welch: the arms may vary differently). */
record Interval(double difference, double low, double high) {
    /** Below this an interval would pretend to know more than it does. */
    static final int FEWEST_GROUPS = 30;

    /** Where a few big groups make up the sum, many small ones do not help. */
    static final int FEWEST_EFFECTIVE = 5;

    /** Null where something {@linkplain #missing is missing}. */
    static Interval between(Estimate champion, Estimate challenger, double confidence) {
        if (missing(champion, challenger) != null) {
            return null;
        }
        var a = champion.variance();
        var b = challenger.variance();
        var freedom = (a + b) * (a + b) / (a * a / (champion.effective() - 1) + b * b / (challenger.effective() - 1));
        var width = TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(a + b);
        var difference = challenger.value() - champion.value();
        return new Interval(difference, difference - width, difference + width);
    }

    /** Why nothing can be told, or null where it can. */
    static String missing(Estimate champion, Estimate challenger) {
        var fewest = Math.min(champion.groups(), challenger.groups());
        var weight = Math.min(champion.effective(), challenger.effective());
        if (fewest < FEWEST_GROUPS) {
            return "one arm has " + fewest + " groups with anything to compare, and it takes " + FEWEST_GROUPS;
        }
        if (weight < FEWEST_EFFECTIVE) {
            return String.format(
                    Locale.ROOT,
                    "a few big groups make up the sum, which weighs like %.1f groups of one size, and it takes %d",
                    weight,
                    FEWEST_EFFECTIVE);
        }
        return tells(champion) && tells(challenger)
                ? null
                : "the groups of one arm do not differ yet, so nobody knows how much they will";
    }

    private static boolean tells(Estimate arm) {
        return Double.isFinite(arm.value()) && Double.isFinite(arm.variance()) && arm.variance() > 0;
    }

    boolean isBothSidesOfNothing() {
        return low <= 0 && high >= 0;
    }
}
