package io.dunlin.experiment;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Payment;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was done about a customer, and what came after it. */
final class Doing {
    private final Terms terms;
    private final Window window;

    Doing(Terms terms) {
        this.terms = terms;
        this.window = terms.window();
    }

    void tell(Account account, Cash cash, Tally group) {
        account.contacts().stream().filter(c -> window.holds(c.on())).forEach(c -> contact(c, group));
        account.disputes().stream()
                .filter(d -> window.holds(d.on()))
                .filter(d -> account.contacts().stream().anyMatch(c -> c.countsAsContact() && isJustBefore(c, d.on())))
                .forEach(d -> group.add(Metric.DISPUTES_AFTER_CONTACT, BigDecimal.ONE, BigDecimal.ONE));
        var invoices = new HashMap<String, Receivable>();
        account.invoices().forEach(invoice -> invoices.put(invoice.id(), invoice));
        account.promises().forEach(promise -> promised(promise, invoices, cash, group));
        account.invoices().stream()
                .filter(invoice -> invoice.due() != null)
                .forEach(invoice -> associated(invoice, account, cash, group));
    }

    private void contact(Contact contact, Tally group) {
        if (contact.countsAsContact()) {
            group.add(Metric.CONTACTS, BigDecimal.ONE, BigDecimal.ONE);
        }
        if (terms.prices() != null) {
            group.add(Metric.COST, cost(contact), BigDecimal.ONE);
        }
    }

    /** One contact costs once, as much as the dearest step in it; so it does when it never arrived. */
    private BigDecimal cost(Contact contact) {
        return contact.steps().stream()
                .map(step -> terms.prices().of(step.action(), contact.channel()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> terms.prices().of(null, contact.channel()));
    }

    /** Kept to the day, by money or because nothing was open any more. */
    private void promised(Promise promise, Map<String, Receivable> invoices, Cash cash, Tally group) {
        var invoice = invoices.get(promise.invoice());
        if (invoice == null
                || !window.holds(promise.on())
                || !promise.until().isBefore(window.asOf())
                || promise.cancelledOn() != null && !promise.cancelledOn().isAfter(window.asOf())) {
            return;
        }
        var eve = promise.on().minusDays(1);
        var owed = promise.amount() == null ? cash.open(invoice, eve) : promise.amount();
        var paid = cash.paid(invoice, promise.until()).subtract(cash.paid(invoice, eve));
        group.count(
                Metric.PROMISES_KEPT,
                paid.compareTo(owed) >= 0 || cash.open(invoice, promise.until()).signum() == 0);
    }

    private void associated(Receivable invoice, Account account, Cash cash, Tally group) {
        for (var payment : cash.payments(invoice, window.asOf())) {
            var on = payment.receivedOn();
            if (window.holds(on)
                    && invoice.due().isBefore(on)
                    && terms.rates().converts(payment.currency(), terms.currency())) {
                group.received(lastStep(account, invoice, on), value(payment));
            }
        }
    }

    private BigDecimal value(Payment payment) {
        return terms.rates().convert(payment.amount(), payment.currency(), terms.currency());
    }

    /** Of the last confirmed contact that spoke of the invoice, or of the customer as a whole. */
    private Action lastStep(Account account, Receivable invoice, LocalDate day) {
        return account.contacts().stream()
                .filter(c -> c.advancesLadder() && c.countsAsContact() && isJustBefore(c, day))
                .sorted(Comparator.comparing(Contact::on)
                        .thenComparing(Contact::id)
                        .reversed())
                .map(c -> about(c, invoice.id()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Action.NO_ACTION);
    }

    private static Optional<Action> about(Contact contact, String invoice) {
        return contact.steps().stream()
                .filter(step -> step.invoice() == null || Objects.equals(step.invoice(), invoice))
                .map(Contact.Step::action)
                .findFirst();
    }

    private boolean isJustBefore(Contact contact, LocalDate day) {
        return window.holds(contact.on())
                && !contact.on().isAfter(day)
                && !contact.on().isBefore(day.minusDays(terms.attributionDays()));
    }
}
