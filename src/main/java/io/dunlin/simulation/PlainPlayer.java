package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Decides every day with the one decision procedure. Every faster way must give the same, row by row. */
public final class PlainPlayer implements Player {
    private final Decider decider;
    private final Window window;
    private final Books books;

    public PlainPlayer(Decider decider, Window window, Books books) {
        this.decider = decider;
        this.window = window;
        this.books = books;
    }

    @Override
    public Played play(Account account) {
        var own = OwnCopy.of(account, window);
        var done = new ArrayList<Done>();
        var fired = new TreeSet<String>();
        var handedOver = new HashSet<String>();
        window.daysOf(account.customer().country()).forEach(day -> {
            var decision = decider.decide(own.account(), books.on(day));
            collect(decision, fired);
            for (var step : Done.of(decision, handedOver)) {
                done.add(step);
                own.confirm(step);
            }
        });
        return new Played(done, fired);
    }

    @Override
    public DayByDay dayByDay(Account account) {
        return new DayByDay(decider, window, books);
    }

    static void collect(Decision decision, Set<String> fired) {
        collect(decision.customer(), fired);
        decision.invoices().forEach(invoice -> collect(invoice.verdict(), fired));
        decision.tasks().forEach(task -> collect(task, fired));
    }

    private static void collect(Verdict verdict, Set<String> fired) {
        verdict.reasons().forEach(reason -> fired.add(reason.rule()));
        verdict.runnersUp().forEach(runnerUp -> fired.add(runnerUp.rule()));
        verdict.blockers().forEach(blocker -> {
            if (blocker.rule() != null) {
                fired.add(blocker.rule());
            }
        });
    }
}
