package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.portfolio.HeapRows.Laid;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@link OverdueShares} asks the database, of rows in memory. */
final class HeapShares {
    private final List<Laid> rows;
    private final LocalDate asOf;
    private final Rates rates;

    private record Owed(String customer, String currency) {}

    HeapShares(List<Laid> rows, LocalDate asOf, Rates rates) {
        this.rows = rows;
        this.asOf = asOf;
        this.rates = rates;
    }

    SizeClasses classes() {
        var overdue = overdue();
        var currencies = new TreeMap<String, Long>();
        overdue.keySet().forEach(owed -> currencies.merge(owed.currency(), 1L, Long::sum));
        return currencies.isEmpty() ? null : cutoffs(OverdueShares.base(currencies), overdue);
    }

    private Map<Owed, BigDecimal> overdue() {
        var paid = paid();
        var overdue = new HashMap<Owed, BigDecimal>();
        for (var laid : rows) {
            var key = laid.key();
            if (laid.kind() == Kind.INVOICES && key.day() != null && key.day().isBefore(asOf) && lasts(key)) {
                var balance = key.amount().subtract(paid.getOrDefault(key.id(), BigDecimal.ZERO));
                if (key.paid() != null && key.paidOn() != null && !key.paidOn().isAfter(asOf)) {
                    balance = balance.subtract(key.paid());
                }
                if (balance.signum() > 0) {
                    overdue.merge(new Owed(laid.customer(), key.currency()), balance, BigDecimal::add);
                }
            }
        }
        return overdue;
    }

    private Map<String, BigDecimal> paid() {
        var paid = new HashMap<String, BigDecimal>();
        for (var laid : rows) {
            var key = laid.key();
            var money = laid.kind() == Kind.PAYMENTS || laid.kind() == Kind.CREDITS;
            if (money && key.invoice() != null && !key.day().isAfter(asOf) && lasts(key)) {
                paid.merge(key.invoice(), key.amount(), BigDecimal::add);
            }
        }
        return paid;
    }

    private boolean lasts(Key key) {
        return key.ended() == null || key.ended().isAfter(asOf);
    }

    private SizeClasses cutoffs(String base, Map<Owed, BigDecimal> overdue) {
        var totals = new HashMap<String, BigInteger>();
        overdue.forEach((owed, balance) -> {
            var factor = OverdueShares.factor(rates, owed.currency(), base);
            if (factor != null) {
                totals.merge(owed.customer(), cents(balance.multiply(factor)), BigInteger::add);
            }
        });
        var everything = totals.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new SizeClasses(base, least(totals, everything, 5), least(totals, everything, 8));
    }

    /** In whole cents, rounded down, so that the customer on the border is inside. */
    private static BigInteger cents(BigDecimal amount) {
        return amount.movePointRight(2).setScale(0, RoundingMode.FLOOR).toBigInteger();
    }

    /** The least total among the biggest who together owe so many tenths. */
    private static BigDecimal least(Map<String, BigInteger> totals, BigInteger everything, int tenths) {
        var limit = everything.multiply(BigInteger.valueOf(tenths));
        var before = BigInteger.ZERO;
        BigInteger least = null;
        var falling = totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigInteger>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(HeapRows.BYTES)))
                .toList();
        for (var total : falling) {
            if (before.multiply(BigInteger.TEN).compareTo(limit) < 0) {
                least = total.getValue();
            }
            before = before.add(total.getValue());
        }
        return new BigDecimal(least).movePointLeft(2);
    }
}
