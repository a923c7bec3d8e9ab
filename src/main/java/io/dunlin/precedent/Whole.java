package io.dunlin.precedent;

import io.dunlin.language.Condition.Operator;
import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.math.BigDecimal;

/**
 * How a customer as a whole stands: sums, habits, contacts and bank data, by place in {@link Money#SLOTS}. It is looked at
 * again only when any of that can be another.
 */
final class Whole {
    private static final int MOST_PAIRS = Objections.MOST_PAIRS;
    private static final long NO_LIMIT = 1L << MOST_PAIRS;

    private final long[] slots = new long[Money.SLOTS.size()];
    private final Days days;
    private final Invoices invoices;
    private final Habits habits;
    private Precedents precedents;
    private Thresholds thresholds;
    private Dossier dossier;
    private Master master;
    private boolean stale;
    private int until;
    /** Counts the looks; an aspect that was asked since the last has nothing new to tell. */
    private long looks;

    Whole(Days days, HoldNumbers numbers, Invoices invoices) {
        this.days = days;
        this.invoices = invoices;
        this.habits = new Habits(days, numbers);
    }

    void open(Dossier whose, Precedents all, Thresholds its) {
        dossier = whose;
        precedents = all;
        thresholds = its;
        stale = true;
    }

    void master(Master its) {
        master = its;
        stale = true;
    }

    /** A sum changed, or something was done about the customer. */
    void touch() {
        stale = true;
    }

    /** The first later day on which anything of it can be another. */
    int until() {
        return until;
    }

    void advance(int day) {
        if (stale || day >= until) {
            look(day);
            stale = false;
        }
    }

    private void look(int day) {
        looks++;
        slots[Money.EXPOSURE] = invoices.sums.exposure;
        slots[Money.OVERDUE] = invoices.sums.overdue;
        slots[Money.COLLECTABLE] = invoices.sums.collectable;
        slots[Money.OVERDUE_INVOICES] = invoices.sums.overdueInvoices;
        slots[Money.OLDEST] = invoices.sums.oldestDue == Sums.NEVER ? 0 : day - invoices.sums.oldestDue;
        int last = dossier.contacts == 0 ? day : dossier.contactOn[dossier.contacts - 1];
        slots[Money.SINCE_CONTACT] = day - last;
        until = Math.min(days.nextNews(day), thresholds.after(day, invoices.sums, dossier));
        if (thresholds.asksContacts) {
            slots[Money.CONTACTS_7] = contactsAfter(day - 7);
            slots[Money.CONTACTS_30] = contactsAfter(day - 30);
        }
        slots[Money.BANK_DATA] = days.bankDataAge(day);
        if (thresholds.asksHabits) {
            habits.look(dossier, day, slots);
            until = Math.min(until, habits.until());
        }
        for (long left = dossier.customerDoneAny; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            int end = dossier.customerDone[action] + precedents.ladders.reactionDays(action);
            until = end > day ? Math.min(until, end) : until;
        }
    }

    private int contactsAfter(int day) {
        int count = 0;
        while (count < dossier.contacts && dossier.contactOn[dossier.contacts - 1 - count] > day) {
            count++;
        }
        return count;
    }

    /** The number of everything that this aspect, or the engine, wants to know of the customer today. */
    int answer(Aspect of, int day) {
        if (of.askedFor != looks) {
            of.askedFor = looks;
            of.answer = ask(of, day);
        }
        return of.answer;
    }

    private int ask(Aspect of, int day) {
        long place = 0;
        for (int k = 0; k < of.slots.length; k++) {
            int slot = of.slots[k];
            var scale = of.scales[k];
            place = place * scale.places() + (isMissing(slot) ? scale.missing() : scale.place(slots[slot]));
        }
        long rest = (long) precedents.profile(of, master) << 12 | of.id;
        rest = rest << 2 | (of.asksSize ? sizeClass(day).ordinal() : 0);
        rest = rest << 1 | (of.asksHabitual && habits.isHabitual() ? 1 : 0);
        long done = of.asksRecentlyDone ? recentlyDone(day) : 0;
        return number(of, place, rest, pairs(of) << Dossier.ACTIONS | done);
    }

    /** Most customers answer what the one before them did. */
    private int number(Aspect of, long place, long rest, long more) {
        if (of.number < 0 || of.place != place || of.rest != rest || of.more != more) {
            int code = precedents.customer(place, rest);
            of.number = more == 0 ? code : precedents.customer(code, -more);
            of.place = place;
            of.rest = rest;
            of.more = more;
        }
        return of.number;
    }

    private boolean isMissing(int slot) {
        return (slot == Money.SINCE_CONTACT && dossier.contacts == 0)
                || (slot == Money.BANK_DATA && slots[Money.BANK_DATA] < 0);
    }

    private SizeClass sizeClass(int day) {
        var given = dossier.debtor.sizeClass();
        return given != null
                ? given
                : precedents.views.money.sizeClass(days.book(day).classes(), slots[Money.OVERDUE]);
    }

    private long recentlyDone(int day) {
        long done = 0;
        for (long left = dossier.customerDoneAny; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            int end = dossier.customerDone[action] + precedents.ladders.reactionDays(action);
            done |= end > day ? 1L << action : 0;
        }
        return done;
    }

    private long pairs(Aspect of) {
        if (!of.pairs.isEmpty() && master.limit == null && thresholds.limitInEachPair) {
            return NO_LIMIT;
        }
        long answers = 0;
        for (var pair : of.pairs) {
            answers = answers << 1 | (holds(pair) ? 1 : 0);
        }
        return answers;
    }

    private boolean holds(Questions.Pair pair) {
        var left = amount(pair.field());
        var right = amount(pair.other());
        var operator = pair.comparison().operator();
        return left == null || right == null ? operator == Operator.NOT_EQUAL : operator.accepts(left.compareTo(right));
    }

    private BigDecimal amount(String field) {
        return field.equals("creditLimit") ? master.limit : BigDecimal.valueOf(slots[Money.SLOTS.indexOf(field)]);
    }
}
