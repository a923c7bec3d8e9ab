package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account with every event sorted to its invoice. */
final class History {
    /** One confirmed or attempted step on an invoice. */
    record Done(Contact contact, Contact.Step step) {}

    /** Everything that happened to one invoice. */
    static final class Item {
        final Receivable paper;
        final List<Payment> payments = new ArrayList<>(2);
        final List<Credit> credits = new ArrayList<>(0);
        final List<Dispute> disputes = new ArrayList<>(0);
        final List<Deduction> deductions = new ArrayList<>(0);
        final List<Promise> promises = new ArrayList<>(0);
        final List<Done> steps = new ArrayList<>(0);
        final List<Hold> holds = new ArrayList<>(0);
        Plan plan;

        Item(Receivable paper) {
            this.paper = paper;
        }

        /** Amount less what was paid and credited up to and with a day; below zero where too much came. */
        BigDecimal balanceOn(LocalDate day) {
            return balanceOn(day, day);
        }

        /** The same, without what is known by {@code known} to have been taken back. */
        BigDecimal balanceOn(LocalDate day, LocalDate known) {
            var balance = paper.amount();
            for (var payment : payments) {
                if (counts(payment, known) && !payment.receivedOn().isAfter(day)) {
                    balance = balance.subtract(payment.amount());
                }
            }
            for (var credit : credits) {
                if (!credit.on().isAfter(day) && isNotYet(credit.cancelledOn(), known)) {
                    balance = balance.subtract(credit.amount());
                }
            }
            return balance;
        }

        BigDecimal paidBetween(LocalDate from, LocalDate to, LocalDate known) {
            var paid = BigDecimal.ZERO;
            for (var payment : payments) {
                if (counts(payment, known)
                        && !payment.receivedOn().isBefore(from)
                        && !payment.receivedOn().isAfter(to)) {
                    paid = paid.add(payment.amount());
                }
            }
            return paid;
        }

        /** Day of the last payment or credit that counts; null where there is none. */
        LocalDate lastReceipt(LocalDate day) {
            LocalDate last = paper.writtenOffOn();
            for (var payment : payments) {
                if (counts(payment, day)
                        && (last == null || payment.receivedOn().isAfter(last))) {
                    last = payment.receivedOn();
                }
            }
            for (var credit : credits) {
                if (isNotYet(credit.cancelledOn(), day)
                        && (last == null || credit.on().isAfter(last))) {
                    last = credit.on();
                }
            }
            return last;
        }

        boolean isOpen(LocalDate day) {
            return isNotYet(paper.writtenOffOn(), day) && balanceOn(day).signum() > 0;
        }
    }

    final Account account;
    final Map<String, Item> items = new LinkedHashMap<>();
    final List<Hold> customerHolds = new ArrayList<>(0);
    /** Contacts in the order they happened. */
    final List<Contact> contacts;

    History(Account account) {
        this.account = account;
        this.contacts = account.contacts().isEmpty()
                ? List.of()
                : account.contacts().stream()
                        .sorted(Comparator.comparing(Contact::on).thenComparing(Contact::id))
                        .toList();
        account.invoices().forEach(paper -> items.put(paper.id(), new Item(paper)));
        account.payments().forEach(p -> at(p.invoice(), item -> item.payments.add(p)));
        account.credits().forEach(c -> at(c.invoice(), item -> item.credits.add(c)));
        account.disputes().forEach(d -> at(d.invoice(), item -> item.disputes.add(d)));
        account.deductions().forEach(d -> at(d.invoice(), item -> item.deductions.add(d)));
        account.promises().forEach(p -> at(p.invoice(), item -> item.promises.add(p)));
        account.plans().stream().filter(plan -> plan.cancelledOn() == null).forEach(plan -> plan.invoices()
                .forEach(id -> at(id, item -> item.plan = plan)));
        contacts.forEach(c -> c.steps().forEach(s -> at(s.invoice(), item -> item.steps.add(new Done(c, s)))));
        for (var hold : account.holds()) {
            if (hold.invoice() == null) {
                customerHolds.add(hold);
            } else {
                at(hold.invoice(), item -> item.holds.add(hold));
            }
        }
    }

    private void at(String invoice, java.util.function.Consumer<Item> add) {
        var item = invoice == null ? null : items.get(invoice);
        if (item != null) {
            add.accept(item);
        }
    }

    static boolean counts(Payment payment, LocalDate day) {
        return payment.receivedOn() != null
                && !payment.receivedOn().isAfter(day)
                && isNotYet(payment.reversedOn(), day);
    }

    /** Whether it was announced and is still waited for. */
    static boolean isUnderWay(Payment payment, LocalDate day, int transitDays) {
        return payment.receivedOn() == null
                && payment.reversedOn() == null
                && !payment.on().isAfter(day)
                && !day.isAfter(payment.on().plusDays(transitDays));
    }

    static boolean isNotYet(LocalDate end, LocalDate day) {
        return end == null || end.isAfter(day);
    }
}
