package io.dunlin.experiment;

import java.util.Locale;

/** What may be said, in one sentence. */
public record Verdict(Code code, String text) {
    public enum Code {
        /** The arms were not made by the draw alone. */
        NOT_RANDOM,
        /** There is too little to compare. */
        TOO_FEW,
        /** It may be better or worse. */
        UNDECIDED,
        BETTER,
        WORSE
    }

    static Verdict notRandom(SampleRatio worst) {
        var text = String.format(
                Locale.ROOT,
                "Do not compare: %.0f percent of the groups should be the challenger's, and it is %d of %d. Chance alone"
                        + " does not do that; find out what does.",
                worst.expected() * 100,
                worst.challenger(),
                worst.champion() + worst.challenger());
        return new Verdict(Code.NOT_RANDOM, text);
    }

    static Verdict of(Line primary) {
        if (!primary.hasDifference()) {
            return new Verdict(Code.TOO_FEW, "Too few to tell: " + primary.why() + ".");
        }
        var sentence = sentence(primary);
        if (primary.low() <= 0 && primary.high() >= 0) {
            return new Verdict(Code.UNDECIDED, "Too early to tell: " + sentence);
        }
        return primary.low() > 0 == primary.moreIsBetter()
                ? new Verdict(Code.BETTER, "Better: " + sentence)
                : new Verdict(Code.WORSE, "Worse: " + sentence);
    }

    private static String sentence(Line line) {
        return line.metric().subject() + " " + range(line) + " " + line.metric().object() + ".";
    }

    /** {@code between 3.1 points less and 5.4 points more}, or {@code between 1.1 points and 7.3 points more}. */
    static String range(Line line) {
        var low = Figures.size(line.low(), line.measure(), line.unit());
        var high = Figures.size(line.high(), line.measure(), line.unit());
        if (line.low() < 0 && line.high() > 0) {
            return "between " + low + " less and " + high + " more";
        }
        return line.high() > 0
                ? "between " + low + " and " + high + " more"
                : "between " + high + " and " + low + " less";
    }
}
