package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.book.Payment;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The account as one strategy would have made it. What the customer did (payments, disputes, promises) is history and
 * stays; what the house did from the first day on is the strategy's own.
 */
final class OwnCopy {
    private Account account;
    private int confirmed;

    private OwnCopy(Account account) {
        this.account = account;
    }

    /** A snapshot looks at the contacts as they were; a replay keeps those before its first day and replaces the rest. */
    static OwnCopy of(Account account, Window window) {
        return new OwnCopy(window.isSnapshot() ? account : until(window.from(), account));
    }

    private static List<Contact> before(List<Contact> contacts, LocalDate day) {
        return contacts.stream().filter(c -> c.on().isBefore(day)).toList();
    }

    Account account() {
        return account;
    }

    /** These are all payments of the account from now on. */
    void pay(List<Payment> payments) {
        account = account.withPayments(payments);
    }

    void confirm(List<Done> all) {
        var contacts = new ArrayList<>(account.contacts());
        var debtor = account.customer();
        for (var done : all) {
            if (done.action() != Action.NEEDS_HUMAN) {
                contacts.add(contact(done));
                debtor = after(done.action(), done.on(), debtor);
            }
        }
        if (contacts.size() > account.contacts().size()) {
            var changed = account.withContacts(contacts);
            account = debtor == account.customer() ? changed : with(changed, debtor);
        }
    }

    private Contact contact(Done done) {
        return new Contact(
                "sim-" + ++confirmed,
                account.customer().id(),
                done.on(),
                done.channel(),
                Contact.Result.DONE,
                "simulation",
                null,
                null,
                done.steps());
    }

    /** Inside work that leaves its mark on the master data; asking for it again every week would be no replay. */
    static Debtor after(Action action, LocalDate on, Debtor d) {
        return switch (action) {
            case ASSIGN_COLLECTOR -> DebtorDraft.of(d).collector("simulation").debtor();
            case CONFIRM_BILLING_CONTACT ->
                DebtorDraft.of(d).billingContactConfirmedOn(on).debtor();
            case CREDIT_HOLD -> DebtorDraft.of(d).creditHoldSince(on).debtor();
            default -> d;
        };
    }

    private static Account with(Account a, Debtor customer) {
        return new Account(
                customer,
                a.invoices(),
                a.payments(),
                a.credits(),
                a.disputes(),
                a.deductions(),
                a.promises(),
                a.plans(),
                a.contacts(),
                a.holds(),
                a.overrides(),
                a.payer(),
                a.groupContacts());
    }

    /** What the house did from a day on is forgotten, also where it was done about the payer or the group. */
    private static Account until(LocalDate day, Account a) {
        return new Account(
                a.customer(),
                a.invoices(),
                a.payments(),
                a.credits(),
                a.disputes(),
                a.deductions(),
                a.promises(),
                a.plans(),
                before(a.contacts(), day),
                a.holds(),
                a.overrides(),
                a.payer() == null ? null : until(day, a.payer()),
                before(a.groupContacts(), day));
    }
}
