package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What both strategies are measured by.
 *
 * @param currency every amount of the comparison is in it, at the rates of the last day
 */
public record Basis(
        Window window, Books books, Decider baseline, Decider candidate, Settings settings, String currency) {

    Decider under(Arm arm) {
        return arm == Arm.BASELINE ? baseline : candidate;
    }

    private Rates rates() {
        return books.on(window.to()).rates();
    }

    BigDecimal inReportingCurrency(BigDecimal amount, String own) {
        return Sum.cents(rates().convert(amount, own, currency));
    }

    boolean converts(String own) {
        return rates().converts(own, currency);
    }

    /** On the last day; the highest of all currencies the customer owes in. */
    SizeClass sizeClass(Account account) {
        if (account.customer().sizeClass() != null) {
            return account.customer().sizeClass();
        }
        Book book = books.on(window.to());
        if (book.classes() == null) {
            return SizeClass.UNRATED;
        }
        return overdue(account).entrySet().stream()
                .map(own -> book.classes().of(own.getValue(), own.getKey(), book.rates()))
                .min(SizeClass::compareTo)
                .orElse(SizeClass.C);
    }

    private Map<String, BigDecimal> overdue(Account account) {
        var balances = new Balances(account);
        var overdue = new HashMap<String, BigDecimal>();
        for (var invoice : account.invoices()) {
            if (invoice.due() != null && invoice.due().isBefore(window.to())) {
                overdue.merge(invoice.currency(), balances.open(invoice, window.to()), BigDecimal::add);
            }
        }
        return overdue;
    }
}
