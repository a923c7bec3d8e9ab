package io.dunlin.engine;

import io.dunlin.book.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Money and credits of the customer that no invoice got yet, per currency. They reduce what is asked, oldest first. */
final class Unallocated {
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final List<Payment> underWay = new ArrayList<>(0);

    static Unallocated of(History history, LocalDate asOf, int transitDays) {
        var unallocated = new Unallocated();
        for (var payment : history.account.payments()) {
            if (payment.invoice() == null && History.counts(payment, asOf)) {
                unallocated.add(payment.currency(), payment.amount());
            }
            if (payment.invoice() == null && History.isUnderWay(payment, asOf, transitDays)) {
                unallocated.underWay.add(payment);
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
        if (totals.isEmpty() && underWay.isEmpty()) {
            return;
        }
        var uncovered = new IdentityHashMap<ItemDraft, BigDecimal>();
        oldestFirst.forEach(draft -> uncovered.put(draft, draft.balance()));
        totals.forEach(
                (currency, total) -> spread(total, currency, oldestFirst, uncovered, ItemDraft::creditElsewhere));
        // What is only announced comes after what is here.
        underWay.forEach(payment -> spread(
                payment.amount(),
                payment.currency(),
                oldestFirst,
                uncovered,
                (draft, share) -> draft.transit(payment, share)));
    }

    private static void spread(
            BigDecimal amount,
            String currency,
            List<ItemDraft> oldestFirst,
            Map<ItemDraft, BigDecimal> uncovered,
            BiConsumer<ItemDraft, BigDecimal> take) {
        var left = amount;
        for (var draft : oldestFirst) {
            var share = left.min(uncovered.get(draft));
            if (share.signum() > 0 && draft.currency().equals(currency)) {
                left = left.subtract(share);
                uncovered.merge(draft, share, BigDecimal::subtract);
                take.accept(draft, share);
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
