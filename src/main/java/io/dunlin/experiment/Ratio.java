package io.dunlin.experiment;

import java.math.BigDecimal;

/** A part of a whole, as exact sums: what was collected of what was overdue, contacts per group. */
public record Ratio(BigDecimal part, BigDecimal whole) {
    static final Ratio NOTHING = new Ratio(BigDecimal.ZERO, BigDecimal.ZERO);

    static Ratio of(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    Ratio plus(Ratio other) {
        return new Ratio(part.add(other.part), whole.add(other.whole));
    }
}
