package io.dunlin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Money and credits of the customer that no invoice got yet, per currency. They reduce what is asked, oldest first. */
final class Unallocated {
    private final Map<String, BigDecimal> totals = new TreeMap<>();

    static Unallocated of(History history, LocalDate asOf) {
        var unallocated = new Unallocated();
        for (var payment : history.account.payments()) {
            if (payment.invoice() == null && History.counts(payment, asOf)) {
                unallocated.add(payment.currency(), payment.amount());
            }
        }
        for (var credit : history.account.credits()) {
            if (credit.invoice() == null && History.isNotYet(credit.cancelledOn(), asOf)) {
                unallocated.add(credit.currency(), credit.amount());
            }
        }
        for (var item : history.items.values()) {
            var balance = item.balanceOn(asOf);
            if (balance.signum() < 0) {
                unallocated.add(item.paper.currency(), balance.negate());
            }
        }
        return unallocated;
    }

    /**
     * By age of the invoice and by its whole balance, whether or not it may be chased: so a hold on an old invoice never
     * moves credit away from a younger one, which would make the younger one's treatment harder.
     */
    void spread(List<ItemDraft> oldestFirst) {
        if (totals.isEmpty()) {
            return;
        }
        var left = new TreeMap<>(totals);
        for (var draft : oldestFirst) {
            var available = left.getOrDefault(draft.currency(), BigDecimal.ZERO);
            if (available.signum() > 0) {
                var share = available.min(draft.balance());
                left.put(draft.currency(), available.subtract(share));
                draft.creditElsewhere(share);
            }
        }
    }

    BigDecimal total(String currency) {
        return totals.getOrDefault(currency, BigDecimal.ZERO);
    }

    Set<String> currencies() {
        return totals.keySet();
    }

    private void add(String currency, BigDecimal amount) {
        totals.merge(currency, amount, BigDecimal::add);
    }
}
