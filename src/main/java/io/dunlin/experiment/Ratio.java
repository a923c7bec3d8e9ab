package io.dunlin.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole, as exact sums: what was collected of what was overdue, contacts per group. */
public record Ratio(BigDecimal part, BigDecimal whole) {
    static final Ratio NOTHING = new Ratio(BigDecimal.ZERO, BigDecimal.ZERO);

    static Ratio of(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** For readers; converted money has more digits than anybody paid. */
    Ratio rounded() {
        return new Ratio(cents(part), cents(whole));
    }

    private static BigDecimal cents(BigDecimal sum) {
        return sum.setScale(Math.max(0, Math.min(sum.scale(), 2)), RoundingMode.HALF_EVEN);
    }

    Ratio plus(Ratio other) {
        return new Ratio(part.add(other.part), whole.add(other.whole));
    }
}
