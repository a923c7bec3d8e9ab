package io.dunlin.cli;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Book;
import io.dunlin.engine.Answer;
import io.dunlin.engine.Decider;
import io.dunlin.engine.NextEvaluation;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.Relatives;
import io.dunlin.portfolio.Stored;
import io.dunlin.vocabulary.Decision;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decides a portfolio on every core and hands the answers over in the order of the customers. */
final class Run {
    private static final int CHUNK = 64;

    private final Decider decider;
    private final Portfolio portfolio;
    private final Book book;
    private final boolean dates;
    private final Rejects rejects;
    private final boolean json;

    private Relatives relatives;

    private final Set<String> unrated = new ConcurrentSkipListSet<>();

    interface Taker {
        void take(Decided decided) throws IOException;
    }

    /**
     * Either a decision or why there is none.
     *
     * @param json the answer as the service would give it; null where nobody wants it
     */
    record Decided(Decision decision, String json, String refusal) {}

    Run(Decider decider, Portfolio portfolio, Book book, boolean dates, boolean json, Rejects rejects) {
        this.decider = decider;
        this.portfolio = portfolio;
        this.book = book;
        this.dates = dates;
        this.rejects = rejects;
        this.json = json;
    }

    /** A few chunks are under way at any time, never more: memory must not grow with the portfolio. */
    void forEach(Taker taker) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        var workers = Executors.newFixedThreadPool(cores);
        relatives = portfolio.relatives();
        var underWay = new ArrayDeque<Future<List<Decided>>>();
        try (var stored = portfolio.stored()) {
            var customers = stored.iterator();
            while (customers.hasNext() || !underWay.isEmpty()) {
                while (customers.hasNext() && underWay.size() < cores * 2) {
                    underWay.add(submit(workers, next(customers)));
                }
                hand(finished(underWay.remove()), taker);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Stored> next(java.util.Iterator<Stored> customers) {
        var chunk = new ArrayList<Stored>(CHUNK);
        while (customers.hasNext() && chunk.size() < CHUNK) {
            chunk.add(customers.next());
        }
        return chunk;
    }

    private Future<List<Decided>> submit(ExecutorService workers, List<Stored> chunk) {
        return workers.submit(() -> chunk.stream().map(this::answer).toList());
    }

    private Decided answer(Stored stored) {
        var account = relatives.completed(stored.account());
        var findings = AccountCheck.of(account);
        if (!findings.isEmpty()) {
            var first = findings.get(0);
            var more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
            var refusal = "customer " + stored.customer() + " is not decided: " + first.pointer() + " "
                    + first.message() + more;
            return new Decided(null, null, refusal);
        }
        note(account);
        var decision = decider.decide(account, book);
        var dated = dates ? NextEvaluation.of(decider, account, book, decision) : decision;
        return new Decided(dated, json ? Json.text(Answer.of(account, book, dated)) : null, null);
    }

    private void note(Account account) {
        if (book.classes() != null) {
            for (var invoice : account.invoices()) {
                if (!book.rates().converts(invoice.currency(), book.classes().currency())) {
                    unrated.add(invoice.currency());
                }
            }
        }
    }

    /** Currencies of invoices that say nothing of the size of who owes them, for want of a rate. */
    Set<String> unrated() {
        return unrated;
    }

    private void hand(List<Decided> answers, Taker taker) throws IOException {
        for (var answer : answers) {
            if (answer.decision() == null) {
                rejects.tell(answer.refusal());
            } else {
                taker.take(answer);
            }
        }
    }

    private static List<Decided> finished(Future<List<Decided>> chunk) throws Exception {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
