package io.dunlin.simulation;

import io.dunlin.assumption.Age;
import io.dunlin.book.Receivable;
import java.time.LocalDate;

/** What history shows of how invoices are paid, to be held against what is assumed. */
final class Sight {
    private Sight() {}

    /** Counts the days of the window on which the invoice was open in the morning, by its age that day. */
    static void of(Papers papers, Receivable invoice, Window window, AssumedSums into) {
        var issued = invoice.issued();
        var before = issued.isBefore(window.from()) ? window.from().minusDays(1) : issued;
        var payable = papers.payable(invoice);
        if (invoice.due() == null
                || !before.isBefore(window.to())
                || payable.on(before).signum() == 0) {
            return;
        }
        var settled = payable.settled(before);
        var last = settled == null || settled.isAfter(window.to()) ? window.to() : settled;
        var day = before;
        for (var age : Age.values()) {
            var end = age.lastDay(invoice.due());
            var until = end == null || end.isAfter(last) ? last : end;
            if (until.isAfter(day)) {
                boolean paid = until.equals(settled) && isPayment(papers, invoice, settled);
                into.saw(age, until.toEpochDay() - day.toEpochDay(), paid ? 1 : 0);
                day = until;
            }
        }
    }

    /** And not a credit note or a write-off. */
    private static boolean isPayment(Papers papers, Receivable invoice, LocalDate day) {
        return papers.payments(invoice).stream()
                .anyMatch(payment -> payment.on().equals(day));
    }
}
