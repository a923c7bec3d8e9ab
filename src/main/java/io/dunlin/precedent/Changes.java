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
    private int nextNews;
    private boolean masterDataChanged;
    private int askedOn;

    Changes(Precedents cases) {
        this.cases = cases;
    }

    void open(int day) {
        int size = cases.dossier.size;
        if (ageChanges.length < size) {
            ageChanges = new int[size * 2];
        }
        Arrays.fill(ageChanges, 0, size, Integer.MIN_VALUE);
        nextNews = Integer.MIN_VALUE;
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

    /** The first day after this one on which another decision is possible. */
    int after(int day) {
        int next = Math.min(book(day), customer(day));
        var dossier = cases.dossier;
        for (int i = 0; i < dossier.size; i++) {
            next = Math.min(next, invoice(i, day));
        }
        return next;
    }

    private int book(int day) {
        if (nextNews <= day) {
            nextNews = day + 1;
            while (nextNews <= cases.days.last() && !cases.days.isNews(nextNews)) {
                nextNews++;
            }
        }
        return nextNews;
    }

    private int invoice(int i, int day) {
        var dossier = cases.dossier;
        if (dossier.issued[i] > day) {
            return dossier.issued[i];
        }
        if (dossier.settled[i] <= day) {
            return cases.asksHabits() ? forgotten(i, day) : Integer.MAX_VALUE;
        }
        int next = Math.min(paid(i, day), age(i, day));
        var steps = dossier.ladder[i];
        return steps == null ? next : Math.min(next, ladder(steps, day));
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

    private int age(int i, int day) {
        if (ageChanges[i] <= day) {
            long now = place(i, day);
            int next = day + 1;
            while (next <= cases.days.last() && place(i, next) == now) {
                next++;
            }
            ageChanges[i] = next;
        }
        return ageChanges[i];
    }

    private long place(int i, int day) {
        var calendar = cases.calendar;
        return cases.ages.place(cases.dossier, i, day, calendar, calendar.gap()[day - cases.days.first()]);
    }

    private int ladder(Dossier.Steps steps, int day) {
        int next = Integer.MAX_VALUE;
        for (long left = steps.done; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            next = later(next, steps.on[action] + cases.reactionDays(action), day);
        }
        long since = steps.lastAction < 0 ? Long.MAX_VALUE : cases.sinceAction().next(day - steps.lastOn);
        return since == Long.MAX_VALUE ? next : Math.min(next, steps.lastOn + (int) since);
    }

    private static int later(int next, int candidate, int day) {
        return candidate > day ? Math.min(next, candidate) : next;
    }

    private int customer(int day) {
        var dossier = cases.dossier;
        int next = cases.oldestChanges(day);
        for (int action = 0; action < Dossier.ACTIONS; action++) {
            int on = dossier.customerDone[action];
            next = on == Integer.MIN_VALUE ? next : later(next, on + cases.reactionDays(action), day);
        }
        if (dossier.contacts > 0) {
            int last = dossier.contactOn[dossier.contacts - 1];
            next = later(later(next, last + 1, day), last + cases.numbers.quietDays(), day);
            next = cases.sinceContactChanges(next, last, day);
        }
        for (int c = dossier.contacts - 1; c >= 0 && dossier.contactOn[c] > day - 30; c--) {
            next = later(later(next, dossier.contactOn[c] + 7, day), dossier.contactOn[c] + 30, day);
        }
        var d = dossier.debtor;
        next = d.creditHoldSince() == null ? next : later(next, Days.number(d.creditHoldSince()), day);
        return d.insolventSince() == null ? next : later(next, Days.number(d.insolventSince()), day);
    }
}
