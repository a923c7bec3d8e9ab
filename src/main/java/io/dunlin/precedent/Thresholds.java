package io.dunlin.precedent;

import io.dunlin.precedent.Questions.Asker;
import java.util.List;
import java.util.stream.Stream;

/** Which numbers of a customer anything asks for, and when they pass a threshold by the mere passing of days. */
final class Thresholds {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    final boolean asksHabits;
    final boolean asksContacts;
    /** With no credit limit none of the comparisons of two amounts holds. */
    final boolean limitInEachPair;

    private final List<Scale> oldest;
    private final List<Scale> sinceContact;

    Thresholds(Views views) {
        var questions = views.questions;
        this.asksHabits = asks(questions, "habitualLatePayer", "settledInvoices", "averageDaysLate", "latePercent");
        this.asksContacts = asks(questions, "contactsLast7Days", "contactsLast30Days");
        this.limitInEachPair = questions.pairs().stream()
                .allMatch(p -> p.field().equals("creditLimit") || p.other().equals("creditLimit"));
        this.oldest = scales(views.money, Money.OLDEST);
        this.sinceContact = scales(views.money, Money.SINCE_CONTACT);
    }

    private static boolean asks(Questions questions, String... fields) {
        return Stream.of(fields)
                .anyMatch(field -> Stream.of(Asker.values()).anyMatch(asker -> questions.asksOfCustomer(asker, field)));
    }

    private static List<Scale> scales(Money money, int slot) {
        return Stream.of(money.customer[slot], money.invoice[slot])
                .filter(scale -> scale != null)
                .toList();
    }

    /** The first later day on which one is passed. */
    int after(int day, Sums sums, Dossier dossier) {
        int next = sums.oldestDue == Sums.NEVER ? NEVER : passes(oldest, sums.oldestDue, day);
        if (dossier.contacts > 0) {
            next = Math.min(next, passes(sinceContact, dossier.contactOn[dossier.contacts - 1], day));
        }
        for (int c = dossier.contacts - 1; asksContacts && c >= 0 && dossier.contactOn[c] > day - MONTH; c--) {
            int on = dossier.contactOn[c];
            next = Math.min(next, on + (on + WEEK > day ? WEEK : MONTH));
        }
        return next;
    }

    private static int passes(List<Scale> scales, int since, int day) {
        int next = NEVER;
        for (int i = 0; i < scales.size(); i++) {
            long at = scales.get(i).next(day - since);
            next = at == Long.MAX_VALUE ? next : (int) Math.min(next, since + at);
        }
        return next;
    }
}
