package io.dunlin.simulation;

import io.dunlin.book.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One customer under both strategies.
 *
 * @param fates of every invoice that was open on any day of the window
 * @param divergence the first day on which the strategies did not do the same; null where they always did. What the
 *     customer did later was the answer to neither of them
 */
record Compared(Account account, Played baseline, Played candidate, List<Fate> fates, LocalDate divergence) {

    Played under(Arm arm) {
        return arm == Arm.BASELINE ? baseline : candidate;
    }

    static Compared of(Account account, Played baseline, Played candidate, Window window) {
        var balances = new Balances(account);
        var before = byInvoice(baseline);
        var after = byInvoice(candidate);
        var fates = new ArrayList<Fate>();
        for (var invoice : account.invoices()) {
            var start = invoice.issued().isAfter(window.from()) ? invoice.issued() : window.from();
            if (start.isAfter(window.to()) || balances.open(invoice, start).signum() == 0) {
                continue;
            }
            var one = before.getOrDefault(invoice.id(), List.of());
            var other = after.getOrDefault(invoice.id(), List.of());
            fates.add(new Fate(
                    invoice,
                    balances.open(invoice, window.to()),
                    one,
                    other,
                    Fate.difference(one, other, Done::isSameStep)));
        }
        return new Compared(
                account, baseline, candidate, fates, Fate.difference(baseline.done(), candidate.done(), Done::isSame));
    }

    private static Map<String, List<Done>> byInvoice(Played played) {
        var byInvoice = new HashMap<String, List<Done>>();
        for (var done : played.done()) {
            for (var invoice : done.invoices()) {
                byInvoice.computeIfAbsent(invoice, id -> new ArrayList<>(4)).add(done);
            }
        }
        return byInvoice;
    }
}
