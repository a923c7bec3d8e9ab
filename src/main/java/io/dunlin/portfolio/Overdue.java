package io.dunlin.portfolio;

import io.dunlin.mapping.Kind;
import io.dunlin.portfolio.HeapRows.Laid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@link OverdueShares} asks the database, of the rows of one customer in memory. */
final class Overdue {
    private final LocalDate asOf;
    private final Map<String, BigDecimal> paid = new HashMap<>();

    private Overdue(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** By currency. */
    static Map<String, BigDecimal> of(List<Laid> rows, LocalDate asOf) {
        var overdue = new Overdue(asOf);
        rows.forEach(overdue::pay);
        var balances = new HashMap<String, BigDecimal>();
        for (var laid : rows) {
            if (laid.kind() == Kind.INVOICES) {
                var balance = overdue.balance(laid.key());
                if (balance.signum() > 0) {
                    balances.merge(laid.key().currency(), balance, BigDecimal::add);
                }
            }
        }
        return balances;
    }

    private void pay(Laid laid) {
        var key = laid.key();
        var money = laid.kind() == Kind.PAYMENTS || laid.kind() == Kind.CREDITS;
        if (money && key.invoice() != null && !key.day().isAfter(asOf) && lasts(key)) {
            paid.merge(key.invoice(), key.amount(), BigDecimal::add);
        }
    }

    private BigDecimal balance(Key invoice) {
        if (invoice.day() == null || !invoice.day().isBefore(asOf) || !lasts(invoice)) {
            return BigDecimal.ZERO;
        }
        var balance = invoice.amount().subtract(paid.getOrDefault(invoice.id(), BigDecimal.ZERO));
        var settled = invoice.paid() != null
                && invoice.paidOn() != null
                && !invoice.paidOn().isAfter(asOf);
        return settled ? balance.subtract(invoice.paid()) : balance;
    }

    private boolean lasts(Key key) {
        return key.ended() == null || key.ended().isAfter(asOf);
    }
}
