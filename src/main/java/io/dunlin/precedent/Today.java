package io.dunlin.precedent;

import io.dunlin.engine.Decider;
import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is decided about one customer's open invoices, and about the customer, on one day after the other. For one thread. */
final class Today {
    private static final Entry[] NO_WISH = {};
    private static final int MOST = 1_000_000;

    private final Decider decider;
    private final Days days;
    private final HoldNumbers numbers;
    private final Map<String, Remembered> byCurrency = new HashMap<>();
    private final Whole whole;
    private Precedents precedents;
    private long forgotten;
    private int masterUntil;
    private boolean anyWanted;
    private boolean sumsMatter;
    /** Whether anything is to be done today. */
    boolean acts;
    /** Whether any rule said anything today. */
    boolean speaks;

    final Invoices invoices = new Invoices();
    Dossier dossier;
    Days.Calendar calendar;
    /** What was decided about each open invoice, in their order ... */
    Entry[] standing = new Entry[32];
    /** ... and each wish for the customer. */
    Entry[] wish = NO_WISH;

    private record Remembered(Precedents precedents, Thresholds thresholds) {}

    Today(Decider decider, Days days) {
        this.decider = decider;
        this.days = days;
        this.numbers = decider.strategy().manifest().holds();
        this.whole = new Whole(days, numbers, invoices);
    }

    /** How many cases were decided; each cost one plain evaluation. */
    long decided() {
        return forgotten
                + byCurrency.values().stream()
                        .mapToLong(its -> its.precedents().decided())
                        .sum();
    }

    /** From now on it is about this customer. */
    void open(Dossier whose, Days.Calendar its) {
        dossier = whose;
        calendar = its;
        var known = remembered(whose);
        precedents = known.precedents();
        if (standing.length < whose.size) {
            standing = new Entry[whose.size * 2];
        }
        invoices.open(whose, its, precedents);
        whole.open(whose, precedents, known.thresholds());
        masterUntil = Integer.MIN_VALUE;
    }

    private Remembered remembered(Dossier whose) {
        var known = byCurrency.get(whose.currency);
        if (known != null && known.precedents().size() < MOST / byCurrency.size()) {
            return known;
        }
        if (known != null) {
            forgotten += known.precedents().decided();
        }
        var rates = days.book(days.first()).rates();
        var fresh = new Precedents(decider, days, new Currency(whose.currency, whose.decimals, rates));
        var its = new Remembered(fresh, new Thresholds(fresh.views));
        byCurrency.put(whose.currency, its);
        return its;
    }

    /** Something was done that changed the customer's master data. */
    void masterDataChanged() {
        masterUntil = Integer.MIN_VALUE;
    }

    /** Something was done for an invoice, or for the customer as a whole: the next day may decide otherwise. */
    void done(int[] those) {
        for (int invoice : those) {
            if (invoice >= 0) {
                invoices.done(invoice);
            }
        }
        whole.touch();
    }

    void decide(int day) {
        if (day >= masterUntil) {
            var master = precedents.master(dossier.debtor, day);
            invoices.master(master);
            whole.master(master);
            masterUntil = Master.changes(dossier.debtor, day);
        }
        invoices.advance(day);
        boolean anyWish = precedents.views.anyWish && invoices.open > 0;
        wish = NO_WISH;
        anyWanted = false;
        acts = false;
        speaks = false;
        sumsMatter = precedents.views.anyWish;
        if (invoices.awake == 0 && !anyWish) {
            Arrays.fill(standing, 0, invoices.open, Entry.DORMANT);
            return;
        }
        if (invoices.sum(day)) {
            whole.touch();
        }
        whole.advance(day);
        // Whether ordinary contacts are held, whether all are, and whether anybody works.
        int held = (calendar.isWorking(day) ? 1 : 0) | held(day) << 1;
        for (int n = 0; n < invoices.open; n++) {
            int i = invoices.item[n];
            standing[n] = invoices.isDormant(i, day) ? Entry.DORMANT : awake(i, held, day);
        }
        if (anyWish) {
            wish = precedents.wishes(whole.answer(precedents.views.customers, day) << 3 | held, dossier, day);
            for (var its : wish) {
                note(its);
            }
        }
        if (acts) {
            // What nothing is wanted of may still be named.
            for (int n = 0; n < invoices.open; n++) {
                int i = invoices.item[n];
                standing[n] = standing[n] == Entry.DORMANT
                        ? standing(invoices.dormantKind(i, day), i, held, day)
                        : standing[n];
            }
        }
    }

    private Entry awake(int i, int held, int day) {
        var kind = invoices.kind[i];
        var its = standing(kind, i, held, day);
        note(its);
        sumsMatter |= kind.view.aspect.asksInvoices;
        return its;
    }

    private void note(Entry its) {
        anyWanted |= its.wanted;
        acts |= its.action != Action.NO_ACTION;
        speaks |= !its.silent;
    }

    private Entry standing(Kind kind, int i, int held, int day) {
        int asked = whole.answer(kind.view.aspect, day) << 3 | held;
        var known = kind.decided(asked);
        return known == null ? precedents.decide(kind, asked, dossier, i, day) : known;
    }

    private int held(int day) {
        return dossier.contacts == 0
                ? 0
                : (heldUntil() > day ? 1 : 0) | (dossier.contactOn[dossier.contacts - 1] == day ? 2 : 0);
    }

    /** The first day on which ordinary contacts are not held any more. */
    private int heldUntil() {
        int quiet = dossier.contactOn[dossier.contacts - 1] + numbers.quietDays();
        int full7 = full(numbers.contactsPer7Days()) + 7;
        int full30 = full(numbers.contactsPer30Days()) + 30;
        return Math.max(quiet, Math.max(full7, full30));
    }

    /** The day of the contact whose ageing brings the count below the limit; long ago where there were fewer. */
    private int full(int most) {
        return most > 0 && dossier.contacts >= most ? dossier.contactOn[dossier.contacts - most] : -1000;
    }

    /**
     * The first day after this one, which was decided, on which another decision is possible: an invoice comes or is paid,
     * an age passes a threshold, a time to react or a quiet time ends, a contact or a settled invoice falls out of its
     * window, the book is another. Between them the same decision would be made again.
     */
    int next(int day) {
        int next = Math.min(masterUntil, invoices.after(day, standing, sumsMatter));
        if (invoices.awake > 0 || wish.length > 0 || (precedents.views.anyWish && invoices.open > 0)) {
            next = Math.min(next, whole.until());
        }
        // Whom nothing is wanted of is not held.
        if (anyWanted && dossier.contacts > 0) {
            int last = dossier.contactOn[dossier.contacts - 1];
            next = last == day ? day + 1 : heldUntil() > day ? Math.min(next, heldUntil()) : next;
        }
        return next;
    }
}
