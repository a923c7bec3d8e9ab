package io.dunlin.bench;

import static io.dunlin.bench.Limits.atLeast;
import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.CALL;
import static io.dunlin.vocabulary.Action.OFFER_PAYMENT_METHOD;
import static io.dunlin.vocabulary.Action.OFFER_PAYMENT_PLAN;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Invoice;

/** The rules about invoices in {@code 40-settlement.drl} by hand. */
final class SettlementByHand {
    private static final Rule O10 = propose(
            "O10",
            OFFER_PAYMENT_PLAN,
            1,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i)
                    + " open after a call: offer instalments with written terms");
    private static final Rule O11 = propose(
            "O11",
            OFFER_PAYMENT_PLAN,
            2,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i)
                    + " open and the instalments were not taken: a discount costs less than an agency");
    private static final Rule O20 = propose(
            "O20",
            OFFER_PAYMENT_METHOD,
            1,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i) + " open after " + i.reminderLevel()
                    + " reminders: perhaps the way to pay is the trouble");

    private SettlementByHand() {}

    static void judge(Invoice i, Limits limits, Fired fired) {
        int days = i.daysOverdue();
        if (days <= 20) {
            return;
        }
        if (days > 30 && atLeast(i.collectable(), limits.planMinimum)) {
            if (i.stepsDone().contains(CALL) && i.customer().brokenPromises() < 3) {
                fired.add(O10, i);
            }
            if (days > 60 && i.reminderLevel() >= 3 && i.stepsDone().contains(OFFER_PAYMENT_PLAN)) {
                fired.add(O11, i);
            }
        }
        if (i.reminderLevel() >= 2
                && i.balance().compareTo(limits.planMinimum) < 0
                && atLeast(i.collectable(), limits.smallestInvoice)
                && !i.stepsDone().contains(OFFER_PAYMENT_METHOD)) {
            fired.add(O20, i);
        }
    }
}
