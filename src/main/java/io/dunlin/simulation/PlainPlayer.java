package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    public List<Played> play(Family family) {
        var copy = new FamilyCopy(family, window);
        var turns = new ArrayList<Turn>();
        for (int m = 0; m < family.members().size(); m++) {
            turns.add(new Turn(m, family.members().get(m).customer().country()));
        }
        window.days().forEach(day -> turns.stream()
                .filter(turn -> window.isDecided(turn.country, day))
                .forEach(turn -> turn.take(copy, day)));
        return turns.stream().map(turn -> new Played(turn.done, turn.fired)).toList();
    }

    /** One member after the other, and the later ones see what was done about the earlier ones the same day. */
    private final class Turn {
        private final int member;
        private final String country;
        private final List<Done> done = new ArrayList<>();
        private final Set<String> fired = new TreeSet<>();
        private final Set<String> handedOver = new HashSet<>();

        Turn(int member, String country) {
            this.member = member;
            this.country = country;
        }

        void take(FamilyCopy copy, LocalDate day) {
            var decision = decider.decide(copy.account(member), books.on(day));
            collect(decision, fired);
            var steps = Done.of(decision, handedOver);
            done.addAll(steps);
            copy.confirm(member, steps);
        }
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
