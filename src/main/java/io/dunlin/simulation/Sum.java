package io.dunlin.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many, and how much, in the reporting currency. */
public record Sum(long count, BigDecimal amount) {
    public static final Sum NOTHING = new Sum(0, BigDecimal.ZERO.setScale(2));

    static Sum one(BigDecimal amount) {
        return new Sum(1, amount);
    }

    Sum plus(Sum other) {
        return new Sum(count + other.count, cents(amount.add(other.amount)));
    }

    /** One scale everywhere, so that the order of adding cannot show. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
