package io.dunlin.precedent;

import io.dunlin.engine.WorkingDays;
import io.dunlin.language.HoldNumbers;
import io.dunlin.precedent.Scale.Measure;

/** Where an invoice's age stands among everything that some rules compare it with. */
final class Ages {
    private final Scale overdue;
    private final Scale delinquent;
    private final Scale untilDue;
    private final Scale working;
    private final Scale sinceIssue;
    private final int graceDays;
    private final int low;
    /** By days overdue, from the lowest on that matters: the place of what does not depend on the calendar. */
    private final int[] places;
    /** Days until the place can change at the earliest, if no free days follow any of them. */
    private final int[] ahead;

    private final boolean asksWorking;
    private final boolean asksSinceIssue;
    private final long size;

    Ages(Questions questions, HoldNumbers numbers) {
        // Being overdue at all matters to the engine itself.
        this.overdue = Scale.of(questions.ofInvoice("daysOverdue"), Measure.PLAIN, 1);
        this.delinquent = Scale.of(questions.ofInvoice("delinquentDays"), Measure.PLAIN);
        this.untilDue = Scale.of(questions.ofInvoice("daysUntilDue"), Measure.PLAIN);
        this.working = Scale.of(questions.ofInvoice("workingDaysOverdue"), Measure.PLAIN);
        this.sinceIssue = Scale.of(questions.ofInvoice("daysSinceIssue"), Measure.PLAIN);
        this.graceDays = numbers.graceDays();
        this.asksWorking = questions.asksOfInvoice("workingDaysOverdue");
        this.asksSinceIssue = questions.asksOfInvoice("daysSinceIssue");
        this.low = (int) Math.min(overdue.first(), -untilDue.last()) - 1;
        int high = (int) Math.max(overdue.last(), Math.max(delinquent.last() + graceDays, -untilDue.first())) + 1;
        this.places = new int[high - low + 1];
        this.ahead = new int[places.length];
        for (int i = ahead.length - 1; i >= 0; i--) {
            int its = low + i;
            places[i] = overdue.place(its) * delinquent.places() + delinquent.place(Math.max(0, its - graceDays));
            boolean last = i == ahead.length - 1;
            ahead[i] = last ? Integer.MAX_VALUE : isStep(its) ? 1 : plusOne(ahead[i + 1]);
        }
        this.size = (long) overdue.places()
                * delinquent.places()
                * untilDue.places()
                * working.places()
                * sinceIssue.places();
    }

    private boolean isStep(int daysOverdue) {
        return places[daysOverdue - low] != places[daysOverdue + 1 - low]
                || untilDue.place(-daysOverdue) != untilDue.place(-daysOverdue - 1);
    }

    private static int plusOne(int days) {
        return days == Integer.MAX_VALUE ? days : days + 1;
    }

    /** One more than the largest number that {@link #place} gives. */
    long size() {
        return size;
    }

    long place(int issued, int due, int day, Days.Calendar calendar) {
        int late = day - due;
        long place = places[Math.max(0, Math.min(places.length - 1, late - low))];
        if (!untilDue.isEmpty()) {
            // Free days that follow are no days on which anything could still be done.
            place = place * untilDue.places() + untilDue.place(late > 0 ? -late : -late - calendar.gap(day));
        }
        if (asksWorking) {
            int days = WorkingDays.between(calendar.country(), Days.date(due), Days.date(day));
            place = place * working.places() + working.place(days);
        }
        if (asksSinceIssue) {
            place = place * sinceIssue.places() + sinceIssue.place(day - issued);
        }
        return place;
    }

    /** The first later day on which the place is another; the one after the last where there is none. */
    int changes(int issued, int due, int day, Days.Calendar calendar) {
        int next = day + Math.min(calendar.after() - day, ahead(day - due, calendar.mostGap()));
        if (next < calendar.after()) {
            long now = place(issued, due, day, calendar);
            while (next < calendar.after() && place(issued, due, next, calendar) == now) {
                next++;
            }
        }
        return next;
    }

    /** So many days from this one the place cannot change yet, wherever free days lie; at least 1. */
    private int ahead(int daysOverdue, int mostGap) {
        int at = daysOverdue - low;
        if (asksWorking || asksSinceIssue) {
            return 1;
        }
        int days = at < 0 ? -at : at >= ahead.length ? Integer.MAX_VALUE : ahead[at];
        return daysOverdue > 0 || untilDue.isEmpty() ? days : Math.max(1, days - mostGap);
    }
}
