package io.dunlin.generator;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Credit;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Plan;
import io.dunlin.book.Plan.Instalment;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happened between the seller and one generated customer, up to the as-of day. */
final class GeneratedAccount {
    private static final double MEAN_INVOICES = 12.5;

    private final GeneratedCustomer customer;
    private final Dice dice;
    private final LocalDate asOf;
    private final AccountDraft account = new AccountDraft();
    private final List<GeneratedInvoice> overdue = new ArrayList<>();

    GeneratedAccount(GeneratedCustomer customer, Dice dice, LocalDate asOf) {
        this.customer = customer;
        this.dice = dice;
        this.asOf = asOf;
    }

    Account account() {
        account.customer(customer.debtor());
        int count = 1 + (int) dice.exponential(MEAN_INVOICES);
        for (int i = 1; i <= count; i++) {
            var invoice = new GeneratedInvoice(customer, i, dice, asOf);
            invoice.happen(account);
            if (invoice.isOverdue()) {
                overdue.add(invoice);
            }
        }
        reminders();
        plan();
        unallocated();
        hold();
        return account.account();
    }

    /** What the collectors did about the oldest invoice, and with it about the others that were late by then. */
    private void reminders() {
        if (overdue.isEmpty() || !dice.chance(0.8)) {
            return;
        }
        overdue.sort(java.util.Comparator.comparing(invoice -> invoice.due));
        var ladder = new Object[][] {
            {7, Action.REMINDER, 1},
            {18, Action.REMINDER, 2},
            {30, Action.CALL, 1},
            {42, Action.REMINDER, 3},
            {60, Action.CALL, 1},
            {75, Action.SALES_INVOLVEMENT, 1},
            {100, Action.LAW_FIRM_LETTER, 1},
        };
        int number = 0;
        for (var rung : ladder) {
            var on = overdue.get(0).due.plusDays((int) rung[0] + dice.between(0, 4));
            if (!on.isBefore(asOf) || dice.chance(0.12)) {
                return;
            }
            account.contacts(contact(++number, on, (Action) rung[1], (int) rung[2]));
        }
    }

    private Contact contact(int number, LocalDate on, Action action, int level) {
        var channel = action.channel();
        var result = channel == Channel.PHONE
                ? List.of(Result.ANSWERED, Result.DONE, Result.NO_ANSWER).get(dice.weighted(45, 20, 35))
                : List.of(Result.DONE, Result.UNDELIVERABLE).get(dice.weighted(98, 2));
        var steps = overdue.stream()
                .filter(invoice -> invoice.due.isBefore(on))
                .map(invoice -> new Step(invoice.id, action, level))
                .toList();
        var manual = channel == Channel.PHONE && dice.chance(0.1);
        return new Contact(
                customer.id() + "-K" + number,
                customer.id(),
                on,
                channel,
                result,
                channel == Channel.PHONE ? "collector-" + dice.between(1, 12) : "system",
                manual ? "asked for a copy, all else unclear" : null,
                null,
                manual ? List.of() : steps);
    }

    private void plan() {
        var candidates = overdue.stream()
                .filter(invoice -> invoice.currency.equals(customer.market.currency()))
                .toList();
        if (candidates.size() < 2 || !dice.chance(0.03)) {
            return;
        }
        var total = candidates.stream().map(invoice -> invoice.balance).reduce(BigDecimal.ZERO, BigDecimal::add);
        int parts = dice.between(2, 6);
        var part = total.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
        var first = asOf.minusDays(dice.between(-20, 70));
        var instalments = new ArrayList<Instalment>();
        for (int i = 0; i < parts; i++) {
            var rest = total.subtract(part.multiply(BigDecimal.valueOf(parts - 1L)));
            instalments.add(new Instalment(first.plusMonths(i), i == parts - 1 ? rest : part));
        }
        account.plans(new Plan(
                customer.id() + "-P1",
                customer.id(),
                candidates.stream().map(invoice -> invoice.id).toList(),
                earlier(first.minusDays(10), asOf),
                instalments,
                "monthly, no interest",
                dice.chance(0.1) ? asOf : null));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void unallocated() {
        if (dice.chance(0.02)) {
            account.payments(new Payment(
                    customer.id() + "-U1",
                    customer.id(),
                    null,
                    asOf.minusDays(dice.between(0, 20)),
                    GeneratedInvoice.amount(customer, dice, customer.market.currency()),
                    customer.market.currency(),
                    State.BOOKED,
                    null));
        }
        if (dice.chance(0.01)) {
            account.credits(new Credit(
                    customer.id() + "-N1",
                    customer.id(),
                    null,
                    asOf.minusDays(dice.between(0, 40)),
                    GeneratedInvoice.amount(customer, dice, customer.market.currency()),
                    customer.market.currency(),
                    dice.chance(0.1) ? asOf : null));
        }
    }

    private void hold() {
        if (dice.chance(0.008)) {
            var from = asOf.minusDays(dice.between(0, 40));
            account.holds(new Hold(
                    customer.id() + "-H1",
                    customer.id(),
                    overdue.isEmpty() || dice.chance(0.5) ? null : overdue.get(0).id,
                    dice.one(List.of("key account talks", "legal review", "migration of their system")),
                    from,
                    from.plusDays(dice.between(7, 60)),
                    "manager-" + dice.between(1, 3),
                    dice.chance(0.2) ? earlier(from.plusDays(5), asOf) : null));
        }
    }
}
