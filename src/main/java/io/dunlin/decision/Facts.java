package io.dunlin.decision;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Book;
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
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All facts of one customer, sent along with the question.
 *
 * @param asOf the day to decide for; today in the customer's zone where absent
 * @param strategy the strategy to ask; the customer's own, then the seller's default, where absent
 * @param bankDataUpTo how far cash is posted; {@code asOf} where absent, because the facts are sent just now
 * @param rates how much of each currency one unit of a common reference buys
 */
public record Facts(
        LocalDate asOf,
        String strategy,
        LocalDate bankDataUpTo,
        Map<String, BigDecimal> rates,
        Debtor customer,
        List<Receivable> invoices,
        List<Payment> payments,
        List<Credit> credits,
        List<Dispute> disputes,
        List<Deduction> deductions,
        List<Promise> promises,
        List<Plan> plans,
        List<Contact> contacts,
        List<Hold> holds) {

    /** The facts as an account, or everything that is wrong with them. */
    Account account() {
        var account = new Account(
                customer, invoices, payments, credits, disputes, deductions, promises, plans, contacts, holds);
        var findings = new Findings();
        AccountCheck.of(account).forEach(f -> findings.at(f.pointer(), f.message()));
        AccountCheck.of(new Rates(rates)).forEach(f -> findings.at("/rates" + f.pointer(), f.message()));
        findings.refuseIfAny(Problem.INVALID_FACTS);
        return account;
    }

    Book book(LocalDate day) {
        return new Book(day, bankDataUpTo == null ? day : bankDataUpTo, new Rates(rates), null);
    }
}
