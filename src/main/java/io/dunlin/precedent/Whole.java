package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;

/** How a customer as a whole stands today: sums, habits, contacts and bank data, by place in {@link Money#SLOTS}. */
final class Whole {
    final long[] slots = new long[Money.SLOTS.size()];
    boolean habitual;
    boolean noContactYet;
    boolean noBankData;

    private final Days days;
    private final HoldNumbers numbers;
    private final boolean asksHabits;
    private final boolean asksContacts;
    private Dossier dossier;

    Whole(Days days, HoldNumbers numbers, boolean asksHabits, boolean asksContacts) {
        this.days = days;
        this.numbers = numbers;
        this.asksHabits = asksHabits;
        this.asksContacts = asksContacts;
    }

    void touch(Dossier whose, int day) {
        dossier = whose;
        noContactYet = dossier.contacts == 0;
        slots[8] = noContactYet ? 0 : day - dossier.contactOn[dossier.contacts - 1];
        if (asksContacts) {
            slots[9] = contactsAfter(day - 7);
            slots[10] = contactsAfter(day - 30);
        }
        noBankData = days.bankDataAge(day) < 0;
        slots[11] = days.bankDataAge(day);
        if (asksHabits) {
            habits(day);
        }
    }

    private int contactsAfter(int day) {
        int count = 0;
        while (count < dossier.contacts && dossier.contactOn[dossier.contacts - 1 - count] > day) {
            count++;
        }
        return count;
    }

    private void habits(int day) {
        int since = days.yearBefore(day);
        int settled = 0;
        int late = 0;
        long daysLate = 0;
        for (int i = 0; i < dossier.size; i++) {
            int on = dossier.settled[i];
            if (on <= day && on >= since && dossier.issued[i] <= day) {
                int lateBy = Math.max(0, on - dossier.due[i]);
                settled++;
                late += lateBy > 0 ? 1 : 0;
                daysLate += lateBy;
            }
        }
        int average = settled == 0 ? 0 : (int) (daysLate / settled);
        int percent = settled == 0 ? 0 : 100 * late / settled;
        habitual = settled >= numbers.habitualMinimumInvoices()
                && (percent >= numbers.habitualLatePercent() || average >= numbers.habitualLateDays());
        slots[5] = settled;
        slots[6] = average;
        slots[7] = percent;
    }

    /** Whether ordinary contacts are held, and whether all are. */
    int held(int day) {
        if (dossier.contacts == 0) {
            return 0;
        }
        int last = dossier.contactOn[dossier.contacts - 1];
        return (heldUntil() > day ? 1 : 0) | (last == day ? 2 : 0);
    }

    /** The first day on which ordinary contacts are not held any more. */
    int heldUntil() {
        int most7 = numbers.contactsPer7Days();
        int most30 = numbers.contactsPer30Days();
        int quiet = dossier.contactOn[dossier.contacts - 1] + numbers.quietDays();
        return Math.max(quiet, Math.max(full(most7) + 7, full(most30) + 30));
    }

    /** The day of the contact whose ageing brings the count below the limit; long ago where there were fewer. */
    private int full(int most) {
        return most > 0 && dossier.contacts >= most ? dossier.contactOn[dossier.contacts - most] : -1000;
    }
}
