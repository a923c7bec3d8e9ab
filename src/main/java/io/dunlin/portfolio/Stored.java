package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Debtor;
import java.util.List;

/** The rows of one customer as they were laid down; putting them together is cheap and touches nothing shared. */
public record Stored(String customer, List<? extends Part> parts) {
    /** What one row says. */
    interface Part {
        Account facts();
    }

    /** From the bodies of a customer's rows, in their order. */
    public static Stored of(String customer, List<String> bodies) {
        return new Stored(customer, bodies.stream().map(Written::new).toList());
    }

    /** From a customer's rows as they were read, in their order; there is at least one. */
    static Stored of(List<HeapRows.Laid> rows) {
        return new Stored(
                rows.get(0).customer(),
                rows.stream().map(laid -> (Part) laid.row()::facts).toList());
    }

    /** Its master data only; null where no row brought any. */
    Debtor debtor() {
        Debtor last = null;
        for (var part : parts) {
            var facts = part.facts();
            if (facts.customer() != null) {
                last = facts.customer();
                if (facts.invoices().isEmpty()) {
                    return last;
                }
            }
        }
        return last;
    }

    /** Master data stands first where there is a file of it and wins over what rode along; there the last row wins. */
    public Account account() {
        var whole = new AccountDraft();
        Debtor debtor = null;
        var masterData = false;
        for (var part : parts) {
            var facts = part.facts();
            if (facts.customer() != null && !masterData) {
                debtor = facts.customer();
                masterData = facts.invoices().isEmpty();
            }
            facts.invoices().forEach(whole::invoices);
            facts.payments().forEach(whole::payments);
            facts.credits().forEach(whole::credits);
            facts.disputes().forEach(whole::disputes);
            facts.deductions().forEach(whole::deductions);
            facts.promises().forEach(whole::promises);
            facts.plans().forEach(whole::plans);
            facts.contacts().forEach(whole::contacts);
            facts.holds().forEach(whole::holds);
        }
        return whole.customer(debtor == null ? Debtor.of(customer, null, null) : debtor)
                .account();
    }
}
