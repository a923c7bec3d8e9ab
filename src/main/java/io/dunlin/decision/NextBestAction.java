package io.dunlin.decision;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.engine.Answer;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Snapshot;
import io.dunlin.language.Compiled;
import io.dunlin.ledger.Ledger;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.Strategies;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What to do next: facts in, decision out, from the body or from the ledger. */
@ApplicationScoped
public class NextBestAction {
    private final Ledger ledger;
    private final Strategies strategies;
    private final DecisionLog log;
    private final MeterRegistry meters;
    private final Clock clock;

    NextBestAction(Ledger ledger, Strategies strategies, DecisionLog log, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.strategies = strategies;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    /** Nothing is stored. */
    public Answer ofFacts(Facts facts) {
        var account = facts.account();
        var day = facts.asOf() == null ? today(account.customer()) : facts.asOf();
        return answer(strategies.decider(facts.strategy(), account, day), account, facts.book(day));
    }

    /** What a draft would say; nothing is stored or counted. */
    public Answer tried(Compiled draft, Facts facts) {
        var account = facts.account();
        var day = facts.asOf() == null ? today(account.customer()) : facts.asOf();
        return Answer.to(strategies.trying(draft), account, facts.book(day));
    }

    /** The decision is kept before it is answered. */
    public Answer ofCustomer(String id, LocalDate asOf, String strategy) {
        var account = ledger.account(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "There is no customer `" + id + "`. PUT it to " + "/api/v1/customers/{id}, or import a file."));
        var day = asOf == null ? today(account.customer()) : asOf;
        var book = ledger.book(day);
        var decider = strategies.decider(strategy, account, day);
        var answer = answer(decider, account, book);
        log.keep(answer, Snapshot.of(account, book, decider.choice()));
        return answer;
    }

    public Answer ofInvoice(String id, LocalDate asOf, String strategy) {
        var customer = ledger.customerOfInvoice(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "There is no invoice `" + id + "`. PUT it to " + "/api/v1/invoices/{id}, or import a file."));
        return ofCustomer(customer, asOf, strategy).about(id);
    }

    private Answer answer(Decider decider, Account account, Book book) {
        var answer = Answer.to(decider, account, book);
        var action = answer.customer().verdict().action().name();
        meters.counter(
                        "collections.decisions",
                        "action",
                        action,
                        "strategy",
                        answer.strategy().name())
                .increment();
        return answer;
    }

    private LocalDate today(Debtor customer) {
        var zone = customer.zone() == null ? ZoneOffset.UTC : ZoneId.of(customer.zone());
        return LocalDate.now(clock.withZone(zone));
    }
}
