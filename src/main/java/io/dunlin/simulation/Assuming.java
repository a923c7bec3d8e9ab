package io.dunlin.simulation;

import io.dunlin.assumption.Odds;
import io.dunlin.assumption.Prospect;
import io.dunlin.book.Account;
import io.dunlin.book.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Counts what would come of one customer if the assumptions held. Until the customer is treated differently everything is
 * history; from then on payments are drawn, under both strategies alike.
 */
final class Assuming {
    private final Basis basis;
    private final Odds odds;
    private final Player baseline;
    private final Player candidate;

    Assuming(Basis basis, Player baseline, Player candidate) {
        this.basis = basis;
        this.odds = new Odds(basis.settings().assumptions(), basis.settings().seed());
        this.baseline = baseline;
        this.candidate = candidate;
    }

    void count(Compared compared, AssumedSums into) {
        var kept = compared.divergence() == null
                ? compared.account()
                : Kept.until(compared.divergence(), compared.account());
        var prospects = compared.divergence() == null ? List.<Prospect>of() : prospects(kept, compared.divergence());
        if (prospects.isEmpty()) {
            history(compared, null, into);
            same(compared, into);
            return;
        }
        history(compared, compared.divergence(), into);
        into.customers++;
        into.invoices += prospects.size();
        prospects.forEach(prospect ->
                into.stake += cents(prospect.open(), prospect.invoice().currency()));
        draw(kept, prospects, baseline, into.arm(Arm.BASELINE));
        draw(kept, prospects, candidate, into.arm(Arm.CANDIDATE));
    }

    /**
     * What really happened, whatever anybody assumes.
     *
     * @param until payments after this day are replaced by drawn ones; null where none are
     */
    private void history(Compared compared, LocalDate until, AssumedSums into) {
        var account = compared.account();
        for (var payment : account.payments()) {
            boolean replaced = until != null && payment.on().isAfter(until);
            received(payment, (day, cents) -> {
                into.history.merge(day, cents, Long::sum);
                (replaced ? into.replaced : into.real).merge(day, cents, Long::sum);
            });
        }
        var papers = new Papers(account);
        for (var invoice : account.invoices()) {
            if (isIn(invoice.issued())) {
                into.invoiced += cents(invoice.amount(), invoice.currency());
            }
            Sight.of(papers, invoice, basis.window(), into);
        }
    }

    private interface Booked {
        void on(LocalDate day, long cents);
    }

    /** Money that came back to the customer is taken off on the day it did. */
    private void received(Payment payment, Booked booked) {
        if (payment.invoice() == null || payment.receivedOn() == null) {
            return;
        }
        long cents = cents(payment.amount(), payment.currency());
        if (isIn(payment.receivedOn())) {
            booked.on(payment.receivedOn(), cents);
        }
        if (payment.reversedOn() != null && isIn(payment.reversedOn())) {
            booked.on(payment.reversedOn(), -cents);
        }
    }

    private boolean isIn(LocalDate day) {
        return !day.isBefore(basis.window().from())
                && !day.isAfter(basis.window().to());
    }

    private List<Prospect> prospects(Account kept, LocalDate divergence) {
        var to = basis.window().to();
        var papers = new Papers(kept);
        var kind = odds.of(kept.customer().segment(), basis.sizeClass(kept));
        return kept.invoices().stream()
                .filter(invoice -> invoice.issued().isBefore(to))
                .map(invoice -> new Prospect(invoice, papers.payable(invoice), kind, divergence, to))
                .filter(prospect -> prospect.open().signum() > 0)
                .toList();
    }

    /** A customer of whom nothing is drawn is the same in every draw. */
    private void same(Compared compared, AssumedSums into) {
        var open = open(compared.account());
        long cents = 0;
        for (int i = 0; i < open.size(); i++) {
            cents += cents(open.get(i), compared.account().invoices().get(i).currency());
        }
        for (var arm : Arm.values()) {
            var sums = into.arm(arm);
            sums.undrawnOpen += cents;
            sums.undrawnContacts += contacts(compared.under(arm).done());
            sums.undrawnMillionths += millionths(compared.under(arm).done());
        }
    }

    private List<BigDecimal> open(Account account) {
        var balances = new Balances(account);
        return account.invoices().stream()
                .map(invoice -> balances.open(invoice, basis.window().to()))
                .toList();
    }

    private void draw(Account kept, List<Prospect> prospects, Player player, AssumedSums.OneArm sums) {
        var draws = new Draws(kept, prospects, player);
        var open = open(kept);
        sums.reserve(odds.draws());
        for (int number = 0; number < odds.draws(); number++) {
            var draw = draws.draw(number);
            sums.open[number] += left(kept, open, draw.paid());
            sums.contacts[number] += contacts(draw.done());
            sums.millionths[number] += millionths(draw.done());
            for (var payment : draw.payments()) {
                sums.cash(payment.on())[number] += cents(payment.amount(), payment.currency());
            }
        }
    }

    private long left(Account kept, List<BigDecimal> open, Map<String, BigDecimal> paid) {
        long left = 0;
        for (int i = 0; i < open.size(); i++) {
            var invoice = kept.invoices().get(i);
            var rest = open.get(i).subtract(paid.getOrDefault(invoice.id(), BigDecimal.ZERO));
            left += rest.signum() > 0 ? cents(rest, invoice.currency()) : 0;
        }
        return left;
    }

    private static long contacts(List<Done> all) {
        return all.stream().filter(Done::isContact).count();
    }

    private long millionths(List<Done> all) {
        return all.stream()
                .map(basis.settings().prices()::of)
                .mapToLong(price -> price.setScale(6, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact())
                .sum();
    }

    private long cents(BigDecimal amount, String currency) {
        return basis.inReportingCurrency(amount, currency).unscaledValue().longValueExact();
    }
}
