package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.ledger.Ledger;
import io.dunlin.problem.Refusal;
import io.dunlin.strategy.ActivationCheck;
import io.dunlin.vocabulary.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a version would do to the current book, decided once with what is live and once with what would be: no invariant
 * broken, nothing that depends on order or place, no more changed than agreed. The book is read whole, and read once.
 */
@ApplicationScoped
public class BookChecks implements ActivationCheck {
    /** One customer, decided with what would be and with what is. */
    private record Seen(Account account, Decider then, Decision decided, Decision today) {}

    private final Ledger ledger;

    BookChecks(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "book";
    }

    @Override
    public boolean readsTheBook() {
        return true;
    }

    @Override
    public Result check(Candidate candidate) {
        if (candidate.effect() == null) {
            return new Result(name(), List.of(), Map.of());
        }
        var effect = candidate.effect();
        var book = ledger.book(effect.day());
        var budget = new ChangeBudget(effect.budget());
        var invariants = new BookChecksInvariants(book);
        var determinism = new BookChecksDeterminism(book, candidate.version());
        new BookPages(ledger::customers, ledger::accountsToRead)
                .forEach(account -> look(candidate, account, book), seen -> {
                    invariants.look(seen.account(), seen.decided());
                    determinism.look(seen.account(), seen.then(), seen.decided());
                    budget.look(seen.account(), seen.decided(), seen.today());
                });
        return result(budget, invariants, determinism);
    }

    /** Null for whom it does not concern. */
    private static Seen look(Candidate candidate, Account account, Book book) {
        var then = candidate.effect().whom().test(account)
                ? decider(candidate.effect().then(), account)
                : null;
        if (then == null || !concerns(candidate, then)) {
            return null;
        }
        var decided = then.decide(account, book);
        return new Seen(account, then, decided, today(candidate.effect(), account, then, decided, book));
    }

    private static boolean concerns(Candidate candidate, Decider then) {
        var name = candidate.version().name();
        return name.equals(StrategyCompiler.GUARD) || then.strategy().name().equals(name);
    }

    private static Decision today(Effect effect, Account account, Decider then, Decision decided, Book book) {
        var today = decider(effect.today(), account);
        if (today == null || isSame(today, then)) {
            return decided;
        }
        return today.decide(account, book);
    }

    private static boolean isSame(Decider one, Decider other) {
        return one.strategy() == other.strategy()
                && one.guard() == other.guard()
                && Objects.equals(one.choice().stepsSince(), other.choice().stepsSince());
    }

    /** Null for a customer for whom a strategy is agreed that does not exist: nobody decides about them, today or then. */
    private static Decider decider(Function<Account, Decider> deciders, Account account) {
        try {
            return deciders.apply(account);
        } catch (Refusal e) {
            return null;
        }
    }

    private Result result(ChangeBudget budget, BookChecksInvariants invariants, BookChecksDeterminism determinism) {
        var objections = new ArrayList<String>();
        objections.addAll(invariants.objections());
        objections.addAll(determinism.objections());
        objections.addAll(budget.objections());
        var figures = new LinkedHashMap<String, Object>(budget.figures());
        figures.putAll(invariants.figures());
        figures.putAll(determinism.figures());
        return new Result(name(), objections, figures);
    }
}
