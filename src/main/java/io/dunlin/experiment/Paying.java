package io.dunlin.experiment;

import io.dunlin.book.Account;
import io.dunlin.book.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How the invoices of a customer were paid. */
final class Paying {
    private final Terms terms;
    private final Map<String, BigDecimal> unrated;

    /** @param unrated takes what cannot be brought into the currency, by its own */
    Paying(Terms terms, Map<String, BigDecimal> unrated) {
        this.terms = terms;
        this.unrated = unrated;
    }

    void tell(Account account, Cash cash, Tally group) {
        var window = terms.window();
        for (var invoice : account.invoices()) {
            group.wasThere |= invoice.issued().isBefore(window.from());
            if (invoice.due() == null) {
                continue;
            }
            collected(Metric.COLLECTED, invoice, cash, window, group);
            collected(Metric.COLLECTED_BEFORE, invoice, cash, window.before(), group);
            if (window.holds(invoice.due()) && !invoice.issued().isAfter(window.asOf())) {
                waited(invoice, cash.settled(invoice, window.asOf()), group);
            }
        }
    }

    /** Each as it was known on its day; a credit note or a write-off brings no money, so it is not collected. */
    private void collected(Metric metric, Receivable invoice, Cash cash, Window window, Tally group) {
        var eve = window.from().minusDays(1);
        if (!invoice.due().isBefore(window.from())) {
            return;
        }
        var overdue = cash.open(invoice, eve);
        if (overdue.signum() == 0) {
            return;
        }
        if (!terms.rates().converts(invoice.currency(), terms.currency())) {
            if (metric == Metric.COLLECTED) {
                unrated.merge(invoice.currency(), overdue, BigDecimal::add);
            }
            return;
        }
        var paid = cash.paid(invoice, window.asOf())
                .subtract(cash.paid(invoice, eve))
                .max(BigDecimal.ZERO)
                .min(overdue);
        group.add(metric, value(paid, invoice), value(overdue, invoice));
    }

    private BigDecimal value(BigDecimal amount, Receivable invoice) {
        return terms.rates().convert(amount, invoice.currency(), terms.currency());
    }

    /** What was written off was not paid, and waits as any open invoice does. */
    private void waited(Receivable invoice, LocalDate settled, Tally group) {
        var observable = days(invoice.due(), terms.window().asOf());
        var days = settled == null ? observable : Math.max(0, days(invoice.due(), settled));
        group.wait(new Wait(days, settled != null, observable));
        if (observable >= 30) {
            group.count(Metric.PAID_WITHIN_30, settled != null && days <= 30);
        }
        if (observable >= 60) {
            group.count(Metric.PAID_WITHIN_60, settled != null && days <= 60);
        }
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
