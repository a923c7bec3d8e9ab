package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;

/** How a customer paid in the year before a day. */
final class Habits {
    private static final int YEAR = 365;

    private final Days days;
    private final HoldNumbers numbers;
    private boolean habitual;
    private int until;

    Habits(Days days, HoldNumbers numbers) {
        this.days = days;
        this.numbers = numbers;
    }

    void look(Dossier dossier, int day, long[] slots) {
        int since = days.yearBefore(day);
        int settled = 0;
        int late = 0;
        long daysLate = 0;
        until = Integer.MAX_VALUE;
        for (int i = 0; i < dossier.size; i++) {
            int on = dossier.settled[i];
            if (on <= day && on >= since && dossier.issued[i] <= day) {
                int lateBy = Math.max(0, on - dossier.due[i]);
                settled++;
                late += lateBy > 0 ? 1 : 0;
                daysLate += lateBy;
                boolean soon = on + YEAR >= days.first() && on + YEAR <= days.last();
                until = soon ? Math.min(until, days.forgotten(on)) : until;
            }
        }
        int average = settled == 0 ? 0 : (int) (daysLate / settled);
        int percent = settled == 0 ? 0 : 100 * late / settled;
        habitual = settled >= numbers.habitualMinimumInvoices()
                && (percent >= numbers.habitualLatePercent() || average >= numbers.habitualLateDays());
        slots[Money.SETTLED] = settled;
        slots[Money.DAYS_LATE] = average;
        slots[Money.LATE_PERCENT] = percent;
    }

    boolean isHabitual() {
        return habitual;
    }

    /** The first day on which one of the invoices is more than a year past. */
    int until() {
        return until;
    }
}
