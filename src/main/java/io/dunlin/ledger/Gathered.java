package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import java.util.ArrayList;
import java.util.List;

/** An account while it is being put together. */
final class Gathered {
    Debtor customer;
    final List<Receivable> invoices = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final List<Dispute> disputes = new ArrayList<>();
    final List<Deduction> deductions = new ArrayList<>();
    final List<Promise> promises = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<ManualOverride> overrides = new ArrayList<>();
    final List<Contact> groupContacts = new ArrayList<>();
    Account payer;

    static Gathered of(Account account) {
        var gathered = new Gathered();
        gathered.customer = account.customer();
        gathered.invoices.addAll(account.invoices());
        gathered.payments.addAll(account.payments());
        gathered.credits.addAll(account.credits());
        gathered.disputes.addAll(account.disputes());
        gathered.deductions.addAll(account.deductions());
        gathered.promises.addAll(account.promises());
        gathered.plans.addAll(account.plans());
        gathered.contacts.addAll(account.contacts());
        gathered.holds.addAll(account.holds());
        gathered.overrides.addAll(account.overrides());
        gathered.groupContacts.addAll(account.groupContacts());
        gathered.payer = account.payer();
        return gathered;
    }

    Account account() {
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
