package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Payment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What remains of a customer's history once the customer is treated differently: what was paid, promised or agreed until
 * then. Later payments, promises and plans were answers to neither strategy. Disputes, credits and holds stay: they come
 * from the goods or from the house.
 */
final class Kept {
    private Kept() {}

    static Account until(LocalDate day, Account a) {
        return new Account(
                a.customer(),
                a.invoices(),
                until(day, a.payments(), Payment::on),
                a.credits(),
                a.disputes(),
                a.deductions(),
                until(day, a.promises(), promise -> promise.on()),
                until(day, a.plans(), plan -> plan.on()),
                a.contacts(),
                a.holds(),
                a.overrides(),
                a.payer(),
                a.groupContacts());
    }

    private static <T> List<T> until(LocalDate day, List<T> all, Function<T, LocalDate> on) {
        return all.stream().filter(one -> !on.apply(one).isAfter(day)).toList();
    }
}
