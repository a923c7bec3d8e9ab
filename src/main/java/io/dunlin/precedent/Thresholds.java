package io.dunlin.precedent;

import java.util.HashMap;
import java.util.Map;

/** When what is asked of a customer as a whole passes a threshold by the mere passing of days. */
final class Thresholds {
    private final Questions questions;
    private final Days days;
    private final boolean asksOldest;
    private final boolean asksSinceContact;
    private final Map<Integer, Money> money = new HashMap<>();

    Thresholds(Questions questions, Days days, boolean asksOldest, boolean asksSinceContact) {
        this.questions = questions;
        this.days = days;
        this.asksOldest = asksOldest;
        this.asksSinceContact = asksSinceContact;
    }

    /** The first later day on which the age of the oldest overdue invoice passes a threshold. */
    int oldest(Dossier dossier, int currency, long[] slots, int day) {
        int next = Integer.MAX_VALUE;
        if (asksOldest && slots[3] > 0) {
            for (var scales : scales(dossier, currency, day)) {
                long at = scales[4] == null ? Long.MAX_VALUE : scales[4].next(slots[4]);
                next = at == Long.MAX_VALUE ? next : (int) Math.min(next, day + at - slots[4]);
            }
        }
        return next;
    }

    private Scale[][] scales(Dossier dossier, int currency, int day) {
        var its = money.computeIfAbsent(
                currency,
                any -> new Money(
                        questions,
                        dossier.currency,
                        dossier.decimals,
                        days.book(day).rates()));
        return new Scale[][] {its.customer, its.invoice};
    }

    int sinceContact(Dossier dossier, int currency, int before, int last, int day) {
        int next = before;
        if (!asksSinceContact) {
            return next;
        }
        for (var scales : scales(dossier, currency, day)) {
            long at = scales[8] == null ? Long.MAX_VALUE : scales[8].next(day - last);
            next = at == Long.MAX_VALUE ? next : (int) Math.min(next, last + at);
        }
        return next;
    }
}
