package io.dunlin.engine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.dunlin.vocabulary.Decision.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision as everybody gets it, from the service and the command line alike: with its id and with the dates on which to
 * ask again.
 *
 * @param customer the one thing to do about the customer
 * @param invoices every invoice, with what is to be done about it
 * @param tasks customer-wide work inside the house
 */
public record Answer(
        String id,
        LocalDate asOf,
        OfStrategy strategy,
        PolicyVersion guard,
        String calendar,
        OfCustomer customer,
        List<OfInvoice> invoices,
        List<Verdict> tasks) {

    /** {@code version} is the SHA-256 of the strategy's files. */
    public record OfStrategy(
            String name, String version, @JsonUnwrapped Choice choice) {}

    public record OfCustomer(String id, @JsonUnwrapped Verdict verdict) {}

    public record OfInvoice(
            String id,
            String currency,
            BigDecimal balance,
            BigDecimal collectable,
            @JsonUnwrapped Verdict verdict) {}

    /** Decides and completes the answer. */
    public static Answer to(Decider decider, Account account, Book book) {
        var decision = NextEvaluation.of(decider, account, book, decider.decide(account, book));
        return of(account, book, decision, decider.choice());
    }

    /** The answer that a decision of just these facts makes. */
    public static Answer of(Account account, Book book, Decision d) {
        return of(account, book, d, Choice.NONE);
    }

    private static Answer of(Account account, Book book, Decision d, Choice choice) {
        var invoices = d.invoices().stream()
                .map(i -> new OfInvoice(i.id(), i.currency(), i.balance(), i.collectable(), i.verdict()))
                .toList();
        return new Answer(
                Snapshot.of(account, book, choice).decisionId(d),
                d.asOf(),
                new OfStrategy(d.strategy().name(), d.strategy().version(), choice),
                d.guard(),
                WorkingDays.VERSION,
                new OfCustomer(d.customerId(), d.customer()),
                invoices,
                d.tasks());
    }

    /** The same answer about one invoice only. */
    public Answer about(String invoice) {
        var one = invoices.stream().filter(i -> i.id().equals(invoice)).toList();
        return new Answer(id, asOf, strategy, guard, calendar, customer, one, tasks);
    }
}
