package io.dunlin.precedent;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Standing.Step;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leads one customer after the other through the days: what a day's decision wants is done the same day. Days on which
 * nothing can have changed since the last decision are left out. For one thread.
 */
public final class Course {
    private final Days days;
    private final Today cases;
    private final Choice choice;
    private final Effects effects;
    private final List<Step> said = new ArrayList<>();
    private final Set<Integer> handedOver = new HashSet<>();
    private final List<Taken> all = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Taken> today = new ArrayList<>();
    private long customers;
    private long decided;

    /** What carrying out a step changes in the customer's master data. */
    public interface Effects {
        Debtor after(Action action, LocalDate on, Debtor debtor);
    }

    /** Why this strategy cannot be led this way, a sentence for each reason; empty where it can. */
    public static Set<String> objections(Decider decider, Days days) {
        var objections = Objections.to(decider);
        if (decider.choice().stepsSince() != null) {
            objections.add("the ladder is begun anew for customers of another strategy");
        }
        if (!days.haveOneRate()) {
            objections.add("exchange rates change from day to day");
        }
        return objections;
    }

    public Course(Decider decider, Days days, Effects effects) {
        var objections = objections(decider, days);
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", objections));
        }
        this.days = days;
        this.cases = new Today(decider, days);
        this.choice = new Choice(cases);
        this.effects = effects;
    }

    /** Everything that was done about the customer, in order; it, and {@link #spoke}, hold until the next one is led. */
    public List<Taken> lead(Dossier dossier) {
        all.clear();
        customers++;
        said.clear();
        handedOver.clear();
        var calendar = days.calendar(dossier.debtor.country());
        cases.open(dossier, calendar);
        int last = cases.invoices.areAllPast() ? Integer.MIN_VALUE : days.last();
        int day = calendar.onOrAfter(days.first());
        while (day <= last) {
            boolean acted = one(day);
            day = day == last ? calendar.after() : calendar.onOrAfter(acted ? day + 1 : cases.next(day));
        }
        return all;
    }

    private boolean one(int day) {
        decided++;
        cases.decide(day);
        today.clear();
        if (cases.acts || cases.speaks) {
            choice.make(day, today);
            choice.said(customers, said);
        }
        boolean acted = false;
        // Not before all of the day is decided: what is done today counts from tomorrow.
        for (var taken : today) {
            acted |= carryOut(taken);
        }
        return acted;
    }

    private boolean carryOut(Taken taken) {
        var action = taken.step().action();
        if (action == Action.NEEDS_HUMAN) {
            if (handedOver.add(taken.about().length == 0 ? -1 : taken.about()[0])) {
                all.add(taken);
            }
            return false;
        }
        all.add(taken);
        if (taken.day() == days.last()) {
            return true;
        }
        var dossier = cases.dossier;
        dossier.carryOut(new Dossier.Made(
                id(dossier.simulated()),
                taken.day(),
                taken.step().channel(),
                taken.invoices(),
                taken.actions(),
                taken.levels()));
        cases.done(taken.invoices());
        var debtor = effects.after(action, days.on(taken.day()), dossier.debtor);
        if (debtor != dossier.debtor) {
            dossier.debtor = debtor;
            cases.masterDataChanged();
        }
        return true;
    }

    private String id(int before) {
        if (before == ids.size()) {
            ids.add("sim-" + (before + 1));
        }
        return ids.get(before);
    }

    /** Every rule that proposed or objected to anything about the customer led last. */
    public Set<String> spoke() {
        var rules = new java.util.TreeSet<String>();
        said.forEach(step -> rules.addAll(step.spoke()));
        return rules;
    }

    /** How many days of how many customers were decided, and how many cases were decided by the engine for it. */
    public long[] effort() {
        return new long[] {decided, cases.decided()};
    }
}
