package io.dunlin.precedent;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The days on which something can change by itself: an invoice comes or is paid, an age passes a threshold, a time to react
 * or a quiet time ends, a contact or a settled invoice falls out of its window, the book is another. Between them the same
 * decision would be made again.
 */
final class Changes {
    private final Precedents cases;
    private int[] ageChanges = new int[32];
    private int[] ageView = new int[32];
    private boolean masterDataChanged;
    private int askedOn;

    Changes(Precedents cases) {
        this.cases = cases;
    }

    void open(int day) {
        int size = cases.dossier.size;
        if (ageChanges.length < size) {
            ageChanges = new int[size * 2];
            ageView = new int[size * 2];
        }
        Arrays.fill(ageChanges, 0, size, Integer.MIN_VALUE);
        masterDataChanged = false;
        askedOn = day;
    }

    void masterDataChanged() {
        masterDataChanged = true;
    }

    /** Whether master data reads otherwise than on the last day it was asked. */
    boolean isMasterDataNews(int day) {
        var d = cases.dossier.debtor;
        boolean news = masterDataChanged || began(d.creditHoldSince(), day) || began(d.insolventSince(), day);
        masterDataChanged = false;
        askedOn = day;
        return news;
    }

    private boolean began(LocalDate since, int day) {
        return since != null && Days.number(since) > askedOn && Days.number(since) <= day;
    }

    /** The first day after this one on which another decision is possible; to be asked after {@link Precedents#decide}. */
    int after(int day) {
        int next = cases.days.nextNews(day);
        boolean anyWish = cases.wish.length > 0;
        for (int n = 0; n < cases.open; n++) {
            boolean wanted = cases.standing[n].wanted;
            anyWish |= wanted;
            next = Math.min(next, open(n, day, wanted));
        }
        var dossier = cases.dossier;
        for (int i = 0; i < dossier.size; i++) {
            if (dossier.issued[i] > day) {
                next = Math.min(next, dossier.issued[i]);
            } else if (dossier.settled[i] <= day && cases.asksHabits()) {
                next = Math.min(next, forgotten(i, day));
            }
        }
        return Math.min(next, customer(day, anyWish));
    }

    private int open(int n, int day, boolean wanted) {
        int i = cases.item[n];
        int next = Math.min(paid(i, day), age(n, day));
        var steps = cases.dossier.ladder[i];
        return steps == null ? next : Math.min(next, ladder(n, steps, day, wanted));
    }

    private int forgotten(int i, int day) {
        int settled = cases.dossier.settled[i];
        int gone = settled + 365 < cases.days.first() ? 0 : cases.days.forgotten(settled);
        return gone > day ? gone : Integer.MAX_VALUE;
    }

    private int paid(int i, int day) {
        var dossier = cases.dossier;
        for (int p = dossier.paidFrom[i]; p < dossier.paidFrom[i + 1]; p++) {
            if (dossier.paidOn[p] > day) {
                return dossier.paidOn[p];
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Remembered while the same can matter to the invoice: looking ahead day by day is dear. */
    private int age(int n, int day) {
        int i = cases.item[n];
        var view = cases.view(n);
        if (ageChanges[i] <= day || ageView[i] != view.id) {
            long now = place(view, i, day);
            long ahead = view.ages.ahead(day - cases.dossier.due[i], cases.calendar.mostGap());
            int next = (int) Math.min(day + ahead, cases.days.last() + 1L);
            while (next <= cases.days.last() && place(view, i, next) == now) {
                next++;
            }
            ageChanges[i] = next;
            ageView[i] = view.id;
        }
        return ageChanges[i];
    }

    private long place(View view, int i, int day) {
        var calendar = cases.calendar;
        return view.ages.place(cases.dossier, i, day, calendar, calendar.gap()[day - cases.days.first()]);
    }

    /** The end of the time to react; and, where anything is wanted, the end of whatever keeps it from being done again. */
    private int ladder(int n, Dossier.Steps steps, int day, boolean wanted) {
        int next = Integer.MAX_VALUE;
        int free = 0;
        for (long left = cases.fresh[n]; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            int end = steps.on[action] + cases.reactionDays(action);
            free = cases.isClaim(action) ? Math.max(free, end) : free;
            next = wanted ? Math.min(next, end) : next;
        }
        next = cases.isReacting(n) ? Math.min(next, free) : next;
        long since = steps.lastAction < 0
                ? Long.MAX_VALUE
                : cases.view(n).sinceAction.next(day - steps.lastOn);
        return since == Long.MAX_VALUE ? next : Math.min(next, steps.lastOn + (int) since);
    }

    private static int later(int next, int candidate, int day) {
        return candidate > day ? Math.min(next, candidate) : next;
    }

    private int customer(int day, boolean anyWish) {
        var dossier = cases.dossier;
        int next = cases.oldestChanges(day);
        for (long left = dossier.customerDoneAny; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            next = later(next, dossier.customerDone[action] + cases.reactionDays(action), day);
        }
        if (dossier.contacts > 0) {
            next = contacts(next, day, anyWish);
        }
        var d = dossier.debtor;
        next = d.creditHoldSince() == null ? next : later(next, Days.number(d.creditHoldSince()), day);
        return d.insolventSince() == null ? next : later(next, Days.number(d.insolventSince()), day);
    }

    private int contacts(int before, int day, boolean anyWish) {
        var dossier = cases.dossier;
        int last = dossier.contactOn[dossier.contacts - 1];
        int next = cases.sinceContactChanges(before, last, day);
        // Whom nothing is wanted of is not held.
        next = anyWish ? later(later(next, last + 1, day), cases.heldUntil(), day) : next;
        for (int c = dossier.contacts - 1; cases.asksContacts() && c >= 0 && dossier.contactOn[c] > day - 30; c--) {
            next = later(later(next, dossier.contactOn[c] + 7, day), dossier.contactOn[c] + 30, day);
        }
        return next;
    }
}
