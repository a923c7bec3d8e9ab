package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.mapping.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What sorting and summing needs of a row. */
record Key(
        String customer,
        String id,
        String invoice,
        String currency,
        BigDecimal amount,
        LocalDate issued,
        LocalDate day,
        LocalDate ended,
        BigDecimal paid,
        LocalDate paidOn) {
    private static final int DECIMALS = 4;

    Key {
        amount = decimal(amount);
        paid = decimal(paid);
    }

    private static BigDecimal decimal(BigDecimal amount) {
        return amount == null ? null : amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    static Key of(Kind kind, Account facts) {
        return switch (kind) {
            case CUSTOMERS -> event(facts.customer().id(), facts.customer().id(), null);
            case INVOICES -> invoice(facts);
            case PAYMENTS -> payment(facts);
            case CREDITS -> credit(facts);
            case DISPUTES ->
                event(
                        null,
                        facts.disputes().get(0).id(),
                        facts.disputes().get(0).invoice());
            case DEDUCTIONS ->
                event(
                        null,
                        facts.deductions().get(0).id(),
                        facts.deductions().get(0).invoice());
            case PROMISES ->
                event(
                        null,
                        facts.promises().get(0).id(),
                        facts.promises().get(0).invoice());
            case PLANS ->
                event(facts.plans().get(0).customer(), facts.plans().get(0).id(), null);
            case CONTACTS ->
                event(
                        facts.contacts().get(0).customer(),
                        facts.contacts().get(0).id(),
                        null);
            case HOLDS ->
                event(
                        facts.holds().get(0).customer(),
                        facts.holds().get(0).id(),
                        facts.holds().get(0).invoice());
        };
    }

    private static Key event(String customer, String id, String invoice) {
        return new Key(customer, id, invoice, null, null, null, null, null, null, null);
    }

    private static Key invoice(Account facts) {
        var i = facts.invoices().get(0);
        var p = facts.payments().isEmpty() ? null : facts.payments().get(0);
        return new Key(
                i.customer(),
                i.id(),
                i.id(),
                i.currency(),
                i.amount(),
                i.issued(),
                i.due(),
                i.writtenOffOn(),
                p == null ? null : p.amount(),
                p == null ? null : p.on());
    }

    private static Key payment(Account facts) {
        var p = facts.payments().get(0);
        // What never arrived counts as nothing, on the day it was announced.
        var received = p.receivedOn() == null ? p.on() : p.receivedOn();
        var amount = p.receivedOn() == null ? BigDecimal.ZERO : p.amount();
        return new Key(
                p.customer(), p.id(), p.invoice(), p.currency(), amount, null, received, p.reversedOn(), null, null);
    }

    private static Key credit(Account facts) {
        var c = facts.credits().get(0);
        return new Key(
                c.customer(), c.id(), c.invoice(), c.currency(), c.amount(), null, c.on(), c.cancelledOn(), null, null);
    }
}
