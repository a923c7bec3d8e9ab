package io.dunlin.ledger;

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
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** An account as it was at the end of a day: what came later had not happened, what ended later had not ended. */
record Past(LocalDate day) {
    static Account of(Account account, LocalDate day) {
        var past = new Past(day);
        return new Account(
                account.customer(),
                past.seen(account.invoices(), Receivable::issued, "writtenOffOn"),
                past.seen(account.payments(), Payment::on, "reversedOn"),
                past.seen(account.credits(), Credit::on, "cancelledOn"),
                past.seen(account.disputes(), Dispute::on, "resolvedOn"),
                past.decided(past.seen(account.deductions(), Deduction::on, "settledOn")),
                past.seen(account.promises(), Promise::on, "cancelledOn"),
                past.seen(account.plans(), Plan::on, "cancelledOn"),
                past.seen(account.contacts(), Contact::on, ""),
                past.seen(account.holds(), Hold::from, "liftedOn"));
    }

    private <B extends Record> List<B> seen(List<B> records, Function<B, LocalDate> on, String end) {
        return records.stream()
                .filter(record -> !on.apply(record).isAfter(day))
                .map(record -> Records.value(record, end) instanceof LocalDate ended && ended.isAfter(day)
                        ? Records.with(record, end, null)
                        : record)
                .toList();
    }

    private List<Deduction> decided(List<Deduction> deductions) {
        return deductions.stream()
                .map(d -> d.decidedOn() != null && d.decidedOn().isAfter(day)
                        ? new Deduction(d.id(), d.invoice(), d.on(), d.amount(), d.reason(), d.plan(), null, null, null)
                        : d)
                .toList();
    }
}
