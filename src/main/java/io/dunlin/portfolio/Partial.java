package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import java.util.ArrayList;
import java.util.List;

/** An account in the making. */
final class Partial {
    private Debtor customer;
    private final List<Receivable> invoices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>(0);
    private final List<Credit> credits = new ArrayList<>(0);
    private final List<Dispute> disputes = new ArrayList<>(0);
    private final List<Deduction> deductions = new ArrayList<>(0);
    private final List<Promise> promises = new ArrayList<>(0);
    private final List<Plan> plans = new ArrayList<>(0);
    private final List<Contact> contacts = new ArrayList<>(0);
    private final List<Hold> holds = new ArrayList<>(0);

    Partial customer(Debtor debtor) {
        customer = debtor;
        return this;
    }

    Partial invoices(Receivable invoice) {
        invoices.add(invoice);
        return this;
    }

    Partial payments(Payment payment) {
        payments.add(payment);
        return this;
    }

    Partial credits(Credit credit) {
        credits.add(credit);
        return this;
    }

    Partial disputes(Dispute dispute) {
        disputes.add(dispute);
        return this;
    }

    Partial deductions(Deduction deduction) {
        deductions.add(deduction);
        return this;
    }

    Partial promises(Promise promise) {
        promises.add(promise);
        return this;
    }

    Partial plans(Plan plan) {
        plans.add(plan);
        return this;
    }

    Partial contacts(Contact contact) {
        contacts.add(contact);
        return this;
    }

    Partial holds(Hold hold) {
        holds.add(hold);
        return this;
    }

    Account account() {
        return new Account(
                customer, invoices, payments, credits, disputes, deductions, promises, plans, contacts, holds);
    }
}
