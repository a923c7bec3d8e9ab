package io.dunlin.book;

import java.util.ArrayList;
import java.util.List;

/** An account in the making. */
public final class AccountDraft {
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
    private final List<ManualOverride> overrides = new ArrayList<>(0);
    private final List<Contact> groupContacts = new ArrayList<>(0);
    private Account payer;

    /** Everything an account has, to add to it. */
    public static AccountDraft of(Account account) {
        var draft = new AccountDraft().customer(account.customer()).payer(account.payer());
        draft.invoices.addAll(account.invoices());
        draft.payments.addAll(account.payments());
        draft.credits.addAll(account.credits());
        draft.disputes.addAll(account.disputes());
        draft.deductions.addAll(account.deductions());
        draft.promises.addAll(account.promises());
        draft.plans.addAll(account.plans());
        draft.contacts.addAll(account.contacts());
        draft.holds.addAll(account.holds());
        draft.overrides.addAll(account.overrides());
        draft.groupContacts.addAll(account.groupContacts());
        return draft;
    }

    public AccountDraft customer(Debtor debtor) {
        customer = debtor;
        return this;
    }

    public AccountDraft invoices(Receivable invoice) {
        invoices.add(invoice);
        return this;
    }

    public AccountDraft payments(Payment payment) {
        payments.add(payment);
        return this;
    }

    public AccountDraft credits(Credit credit) {
        credits.add(credit);
        return this;
    }

    public AccountDraft disputes(Dispute dispute) {
        disputes.add(dispute);
        return this;
    }

    public AccountDraft deductions(Deduction deduction) {
        deductions.add(deduction);
        return this;
    }

    public AccountDraft promises(Promise promise) {
        promises.add(promise);
        return this;
    }

    public AccountDraft plans(Plan plan) {
        plans.add(plan);
        return this;
    }

    public AccountDraft contacts(Contact contact) {
        contacts.add(contact);
        return this;
    }

    public AccountDraft holds(Hold hold) {
        holds.add(hold);
        return this;
    }

    public AccountDraft overrides(ManualOverride override) {
        overrides.add(override);
        return this;
    }

    public AccountDraft payer(Account account) {
        payer = account;
        return this;
    }

    /** In the place of those it had. */
    public AccountDraft groupContacts(List<Contact> all) {
        groupContacts.clear();
        groupContacts.addAll(all);
        return this;
    }

    public AccountDraft groupContacts(Contact contact) {
        groupContacts.add(contact);
        return this;
    }

    public Account account() {
        return new Account(
                customer,
                invoices,
                payments,
                credits,
                disputes,
                deductions,
                promises,
                plans,
                contacts,
                holds,
                overrides,
                payer,
                groupContacts);
    }
}
