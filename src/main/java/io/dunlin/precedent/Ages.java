package io.dunlin.precedent;

import io.dunlin.engine.WorkingDays;
import io.dunlin.language.HoldNumbers;
import io.dunlin.precedent.Scale.Measure;

/** Where an invoice's age stands among everything any rule compares it with. */
final class Ages {
    /** More free days in a row than any calendar has. */
    private static final int GAPS = 24;

    private final Scale overdue;
    private final Scale delinquent;
    private final Scale untilDue;
    private final Scale working;
    private final Scale sinceIssue;
    private final int graceDays;
    private final int low;
    private final int[][] places = new int[GAPS][];
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
        this.low = (int) Math.min(overdue.first(), -untilDue.last()) - GAPS - 1;
        int high = (int) Math.max(overdue.last(), Math.max(delinquent.last() + graceDays, -untilDue.first())) + 1;
        for (int gap = 0; gap < GAPS; gap++) {
            places[gap] = new int[high - low + 1];
            for (int i = 0; i < places[gap].length; i++) {
                places[gap][i] = place(low + i, gap);
            }
        }
        this.ahead = new int[places[0].length];
        for (int i = ahead.length - 1; i >= 0; i--) {
            boolean last = i == ahead.length - 1;
            ahead[i] = last ? Integer.MAX_VALUE : places[0][i] != places[0][i + 1] ? 1 : plusOne(ahead[i + 1]);
        }
        this.size = (long) overdue.places()
                * delinquent.places()
                * untilDue.places()
                * working.places()
                * sinceIssue.places();
    }

    private static int plusOne(int days) {
        return days == Integer.MAX_VALUE ? days : days + 1;
    }

    /** So many days from this one the place cannot change yet, wherever free days lie; at least 1. */
    int ahead(int daysOverdue, int mostGap) {
        int at = daysOverdue - low;
        if (asksWorking || asksSinceIssue) {
            return 1;
        }
        if (at < 0) {
            return -at;
        }
        int days = at >= ahead.length ? Integer.MAX_VALUE : ahead[at];
        return daysOverdue > 0 ? days : Math.max(1, days - mostGap);
    }

    private int place(int daysOverdue, int gap) {
        int until = daysOverdue > 0 ? -daysOverdue : -daysOverdue - gap;
        int place = overdue.place(daysOverdue);
        place = place * delinquent.places() + delinquent.place(Math.max(0, daysOverdue - graceDays));
        return place * untilDue.places() + untilDue.place(until);
    }

    /** One more than the largest number that {@link #place(Dossier, int, int, Days.Calendar, int)} gives. */
    long size() {
        return size;
    }

    /** @param gap free days that follow the day */
    long place(Dossier dossier, int invoice, int day, Days.Calendar calendar, int gap) {
        var row = places[gap];
        int at = day - dossier.due[invoice] - low;
        long place = row[at < 0 ? 0 : at >= row.length ? row.length - 1 : at];
        if (asksWorking) {
            var due = Days.date(dossier.due[invoice]);
            int days = WorkingDays.between(calendar.country(), due, Days.date(day));
            place = place * working.places() + working.place(days);
        }
        if (asksSinceIssue) {
            place = place * sinceIssue.places() + sinceIssue.place(day - dossier.issued[invoice]);
        }
        return place;
    }
}
