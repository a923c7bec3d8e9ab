package io.dunlin.precedent;

import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.vocabulary.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** What master data answers; by aspect, as numbered by the interner of profiles. */
final class Master {
    private static final int UNKNOWN = -1;

    final Customer customer;
    final long reach;
    final BigDecimal limit;
    private int[] answers = new int[16];

    Master(Debtor d, Currency currency, int day) {
        this.customer = Profile.customer(d, currency.code(), currency.rates(), day);
        this.reach = Profile.reach(d);
        this.limit = d.creditLimit() == null ? null : d.creditLimit().movePointRight(currency.decimals());
        Arrays.fill(answers, UNKNOWN);
    }

    /** Negative where it was not asked yet. */
    int answer(int aspect) {
        return aspect < answers.length ? answers[aspect] : UNKNOWN;
    }

    void answered(int aspect, int answer) {
        if (aspect >= answers.length) {
            int before = answers.length;
            answers = Arrays.copyOf(answers, aspect * 2);
            Arrays.fill(answers, before, answers.length, UNKNOWN);
        }
        answers[aspect] = answer;
    }

    /** Whether what it answers depends on the day. */
    static boolean isDated(Debtor d) {
        return d.creditHoldSince() != null || d.insolventSince() != null;
    }

    /** The first later day on which it answers otherwise. */
    static int changes(Debtor d, int day) {
        return Math.min(begins(d.creditHoldSince(), day), begins(d.insolventSince(), day));
    }

    private static int begins(LocalDate since, int day) {
        return since == null || Days.number(since) <= day ? Integer.MAX_VALUE : Days.number(since);
    }

    /** Who answers the same on that day, whenever it began. */
    static Debtor undated(Debtor d, int day) {
        return DebtorDraft.of(d)
                .billingContactConfirmedOn(d.billingContactConfirmedOn() == null ? null : LocalDate.EPOCH)
                .creditHoldSince(began(d.creditHoldSince(), day))
                .insolventSince(began(d.insolventSince(), day))
                .debtor();
    }

    private static LocalDate began(LocalDate since, int day) {
        return since == null || Days.number(since) > day ? null : LocalDate.EPOCH;
    }
}
