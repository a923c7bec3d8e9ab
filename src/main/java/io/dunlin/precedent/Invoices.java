package io.dunlin.precedent;

import io.dunlin.vocabulary.Action;
import java.util.Arrays;

/**
 * The open invoices of one customer, day after day. Each is looked at again only when something about it is another: it
 * comes or is paid, its age passes a threshold that can matter, a time to react ends, a step was taken.
 */
final class Invoices {
    /** How an invoice stands: overdue and free, not due yet, or given time to react. */
    private static final int FREE = 0;

    private static final int NOT_DUE = 1;
    private static final int REACTING = 2;
    private static final int NEVER = Integer.MAX_VALUE;

    private final long claims;
    private Dossier dossier;
    private Days.Calendar calendar;
    private Precedents precedents;
    private Master master;

    /** How many are open today, and the place of each in the dossier, in its order. */
    int open;

    int[] item = new int[32];

    // By place in the dossier.
    private boolean[] isOpen = new boolean[32];
    private int[] until = new int[32];
    private int[] calm = new int[32];
    private int[] ageUntil = new int[32];
    private View[] ageView = new View[32];
    Kind[] kind = new Kind[32];
    private long[] balance = new long[32];
    long[] openAmount = new long[32];
    long[] collectable = new long[32];

    /** Whether anything that is summed up is another than the last time. */
    private boolean changed;

    long exposure;
    long overdueTotal;
    long collectableTotal;
    int overdueInvoices;
    /** Of the overdue ones; {@link Integer#MAX_VALUE} where none is. */
    int oldestDue;

    Invoices() {
        long claimed = 0;
        for (var action : Action.values()) {
            claimed |= action.claim() == Action.Claim.NOTHING ? 0 : 1L << action.ordinal();
        }
        this.claims = claimed;
    }

    /** From now on it is about this customer. */
    void open(Dossier whose, Days.Calendar its, Precedents all) {
        dossier = whose;
        calendar = its;
        precedents = all;
        if (until.length < whose.size) {
            room(whose.size * 2);
        }
        Arrays.fill(until, 0, whose.size, Integer.MIN_VALUE);
        Arrays.fill(ageView, 0, whose.size, null);
        Arrays.fill(isOpen, 0, whose.size, false);
        open = 0;
    }

    private void room(int size) {
        item = new int[size];
        isOpen = new boolean[size];
        until = new int[size];
        calm = new int[size];
        ageUntil = new int[size];
        ageView = new View[size];
        kind = new Kind[size];
        balance = new long[size];
        openAmount = new long[size];
        collectable = new long[size];
    }

    /** From now on master data answers otherwise. */
    void master(Master its) {
        master = its;
        Arrays.fill(until, 0, dossier.size, Integer.MIN_VALUE);
    }

    /** Something was done for it. */
    void done(int invoice) {
        until[invoice] = Integer.MIN_VALUE;
    }

    /** Brings everything up to the day; true if a sum may be another. */
    boolean advance(int day) {
        open = 0;
        changed = false;
        for (int i = 0; i < dossier.size; i++) {
            if (until[i] <= day) {
                look(i, day);
            }
            if (isOpen[i]) {
                item[open++] = i;
            }
        }
        if (changed) {
            sum(day);
        }
        return changed;
    }

    private void sum(int day) {
        exposure = overdueTotal = collectableTotal = overdueInvoices = 0;
        oldestDue = NEVER;
        for (int n = 0; n < open; n++) {
            int i = item[n];
            exposure += balance[i];
            collectableTotal += collectable[i];
            if (dossier.due[i] < day) {
                overdueTotal += balance[i];
                overdueInvoices++;
                oldestDue = Math.min(oldestDue, dossier.due[i]);
            }
        }
    }

    private void look(int i, int day) {
        if (dossier.issued[i] > day) {
            until[i] = dossier.issued[i];
        } else if (dossier.settled[i] <= day) {
            isOpen[i] = false;
            until[i] = NEVER;
            changed = true;
        } else {
            lookAtOpen(i, day);
        }
    }

    private void lookAtOpen(int i, int day) {
        var steps = dossier.ladder[i];
        long fresh = fresh(steps, day);
        boolean free = (fresh & claims) == 0;
        boolean overdue = dossier.due[i] < day;
        changed |= !isOpen[i] || ageUntil[i] <= day;
        isOpen[i] = true;
        money(i, dossier.balance(i, day), free, overdue);
        int state = free ? overdue ? FREE : NOT_DUE : REACTING;
        var track =
                precedents.track(master, steps, state, dossier.amount[i], balance[i], openAmount[i], collectable[i]);
        var view = track.view();
        long age = view.ages.place(dossier.issued[i], dossier.due[i], day, calendar);
        kind[i] = precedents.kind(track, age, precedents.ladders.code(steps, view.sinceAction, fresh, day));
        if (ageView[i] != view || ageUntil[i] <= day) {
            // Remembered while the same can matter: looking ahead day by day is dear.
            ageUntil[i] = view.ages.changes(dossier.issued[i], dossier.due[i], day, calendar);
            ageView[i] = view;
        }
        changes(i, steps, view, fresh, day);
    }

    private void money(int i, long left, boolean free, boolean overdue) {
        long asked = free ? left : 0;
        long chased = free && overdue ? left : 0;
        changed |= balance[i] != left || openAmount[i] != asked || collectable[i] != chased;
        balance[i] = left;
        openAmount[i] = asked;
        collectable[i] = chased;
    }

    /** Actions done whose time to react has not passed. */
    private long fresh(Dossier.Steps steps, int day) {
        long fresh = 0;
        if (steps != null) {
            for (long left = steps.done; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                fresh |= day < freshUntil(steps, action) ? 1L << action : 0;
            }
        }
        return fresh;
    }

    private int freshUntil(Dossier.Steps steps, int action) {
        return steps.on[action] + precedents.ladders.reactionDays(action);
    }

    private void changes(int i, Dossier.Steps steps, View view, long fresh, int day) {
        int next = Math.min(paid(i, day), ageUntil[i]);
        int reacts = NEVER;
        int free = 0;
        if (steps != null) {
            for (long left = fresh; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                int end = freshUntil(steps, action);
                reacts = Math.min(reacts, end);
                free = (claims & 1L << action) != 0 ? Math.max(free, end) : free;
            }
            long since = steps.lastAction < 0 ? Long.MAX_VALUE : view.sinceAction.next(day - steps.lastOn);
            next = since == Long.MAX_VALUE ? next : Math.min(next, steps.lastOn + (int) since);
            next = free > 0 ? Math.min(next, free) : next;
        }
        calm[i] = next;
        until[i] = Math.min(next, reacts);
    }

    private int paid(int i, int day) {
        for (int p = dossier.paidFrom[i]; p < dossier.paidFrom[i + 1]; p++) {
            if (dossier.paidOn[p] > day) {
                return dossier.paidOn[p];
            }
        }
        return NEVER;
    }

    /**
     * The first later day on which something else may be wanted of any of them than today. Of what nothing is wanted, nothing
     * keeps it from being done either: only the end of the time to react brings money back.
     *
     * @param decided what was decided about each that is open
     */
    int after(Entry[] decided) {
        int next = NEVER;
        int n = 0;
        for (int i = 0; i < dossier.size; i++) {
            int its = isOpen[i] && !decided[n++].wanted ? calm[i] : until[i];
            next = Math.min(next, its);
        }
        return next;
    }
}
