package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each customer owes overdue, without names, in eight bytes where a customer owes in one currency: enough for the
 * limits of the size classes, which {@link OverdueShares} finds in the database by the same rules.
 */
final class Totals {
    /** Of the balances, see {@link Key}. */
    private static final int SCALE = 4;

    private final Map<String, Longs> ofOneCurrency = new HashMap<>();
    private final List<Map<String, BigDecimal>> ofSeveral = new ArrayList<>();
    private final TreeMap<String, Long> customers = new TreeMap<>();

    /** One customer, by currency; only what is above zero. */
    void add(Map<String, BigDecimal> overdue) {
        overdue.keySet().forEach(currency -> customers.merge(currency, 1L, Long::sum));
        if (overdue.size() == 1) {
            overdue.forEach((currency, balance) -> {
                var units = balance.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue();
                if (units.bitLength() < Long.SIZE) {
                    ofOneCurrency.computeIfAbsent(currency, any -> new Longs()).add(units.longValue());
                } else {
                    ofSeveral.add(overdue);
                }
            });
        } else if (!overdue.isEmpty()) {
            ofSeveral.add(overdue);
        }
    }

    /** Null if nobody owes anything overdue. */
    SizeClasses classes(Rates rates) {
        if (customers.isEmpty()) {
            return null;
        }
        var base = OverdueShares.base(customers);
        var cents = new Cents();
        ofOneCurrency.forEach((currency, balances) -> {
            var factor = OverdueShares.factor(rates, currency, base);
            if (factor != null) {
                balances.forEach(units -> cents.add(cents(BigDecimal.valueOf(units, SCALE), factor)));
            }
        });
        for (var overdue : ofSeveral) {
            cents.add(overdue.entrySet().stream()
                    .filter(owed -> OverdueShares.factor(rates, owed.getKey(), base) != null)
                    .map(owed -> cents(owed.getValue(), OverdueShares.factor(rates, owed.getKey(), base)))
                    .reduce(BigInteger.ZERO, BigInteger::add));
        }
        return new SizeClasses(base, cents.least(5), cents.least(8));
    }

    /** In whole cents, rounded down, so that the customer on the border is inside. */
    private static BigInteger cents(BigDecimal balance, BigDecimal factor) {
        return balance.multiply(factor)
                .movePointRight(2)
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger();
    }

    /** Totals in one currency, the few that are larger than any number of eight bytes by themselves. */
    private static final class Cents {
        private final Longs ordinary = new Longs();
        private final List<BigInteger> huge = new ArrayList<>();
        private BigInteger everything = BigInteger.ZERO;
        private boolean sorted;

        void add(BigInteger total) {
            everything = everything.add(total);
            if (total.bitLength() < Long.SIZE) {
                ordinary.add(total.longValue());
            } else {
                huge.add(total);
            }
        }

        /** The least total among the biggest who together owe so many tenths. */
        BigDecimal least(int tenths) {
            if (!sorted) {
                ordinary.sort();
                huge.sort(Comparator.reverseOrder());
                sorted = true;
            }
            var limit = everything.multiply(BigInteger.valueOf(tenths));
            var before = BigInteger.ZERO;
            BigInteger least = null;
            for (int i = 0; i < huge.size() + ordinary.size(); i++) {
                if (i > 0 && before.multiply(BigInteger.TEN).compareTo(limit) >= 0) {
                    break;
                }
                least = i < huge.size() ? huge.get(i) : BigInteger.valueOf(ordinary.fromTheTop(i - huge.size()));
                before = before.add(least);
            }
            return new BigDecimal(least).movePointLeft(2);
        }
    }
}
