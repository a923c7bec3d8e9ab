package io.dunlin.bench;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Rivals;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds the rivals to the same decision, every word of it, and notes which rules had a say. */
final class Agreement {
    private final Rivals rivals;
    private final Set<String> silent;
    private long decisions;

    Agreement(Rivals rivals) {
        this.rivals = rivals;
        this.silent = new TreeSet<>(rivals.rules());
    }

    /** The decision both came to. */
    Decision check(Account account, Book book) {
        var one = rivals.dunlin.decide(account, book);
        var other = rivals.byHand.decide(account, book);
        if (!one.equals(other)) {
            throw new IllegalStateException("no agreement on " + account + " on " + book + ":\n" + one + "\n" + other);
        }
        decisions++;
        note(one);
        return one;
    }

    private void note(Decision decision) {
        if (!silent.isEmpty()) {
            note(decision.customer());
            decision.invoices().forEach(invoice -> note(invoice.verdict()));
            decision.tasks().forEach(this::note);
        }
    }

    private void note(Verdict verdict) {
        var named = Stream.of(
                        verdict.reasons().stream().map(Decision.Reason::rule),
                        verdict.runnersUp().stream().map(Decision.RunnerUp::rule),
                        verdict.blockers().stream().map(io.dunlin.vocabulary.Blocker::rule))
                .flatMap(rules -> rules);
        named.filter(rule -> rule != null).forEach(silent::remove);
    }

    long decisions() {
        return decisions;
    }

    /** Rules that no decision mentioned so far: about them, agreement says nothing. */
    Set<String> silent() {
        return silent;
    }
}
