package io.dunlin.bench;

import static io.dunlin.bench.Limits.atLeast;
import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.CALL;
import static io.dunlin.vocabulary.Action.PLAN_FOLLOW_UP;
import static io.dunlin.vocabulary.Action.PROMISE_FOLLOW_UP;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Invoice.PromiseState;

/** {@code 30-contact.drl} by hand. */
final class ContactByHand {
    private static final Rule C10 = propose(
            "C10",
            CALL,
            1,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i)
                    + " open; one of the biggest debtors with "
                    + money(i.customer().overdueTotal(), i) + " overdue");
    private static final Rule C20 = propose(
            "C20",
            CALL,
            1,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i) + " open and no payment after reminder "
                    + i.reminderLevel());
    private static final Rule C21 = propose(
            "C21",
            CALL,
            1,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i)
                    + " open and nobody has spoken to the customer about it: over 14 days a call comes before mail");
    private static final Rule C30 = propose(
            "C30",
            CALL,
            2,
            i -> i.daysOverdue() + " days late, " + money(i.collectable(), i) + " open; nothing happened for "
                    + i.daysSinceLastAction() + " days after the last step (" + i.lastAction() + " of "
                    + i.lastActionOn() + ")");
    private static final Rule C40 = propose(
            "C40",
            PROMISE_FOLLOW_UP,
            1,
            i -> "a promise was not kept (" + i.promiseState() + "), " + money(i.collectable(), i) + " open, "
                    + i.daysOverdue() + " days late");
    private static final Rule C50 = propose(
            "C50",
            PLAN_FOLLOW_UP,
            1,
            i -> money(i.missedInstalments(), i) + " of the payment plan missed, the oldest "
                    + i.daysSinceInstalmentMissed() + " days ago");

    private ContactByHand() {}

    static void judge(Invoice i, Limits limits, Fired fired) {
        if (atLeast(i.collectable(), limits.callMinimum)) {
            call(i, fired);
        }
        var promise = i.promiseState();
        if ((promise == PromiseState.BROKEN || promise == PromiseState.PARTLY_KEPT)
                && i.promises() < 2
                && i.lastAction() != PROMISE_FOLLOW_UP
                && atLeast(i.collectable(), limits.smallestInvoice)) {
            fired.add(C40, i);
        }
    }

    private static void call(Invoice i, Fired fired) {
        int days = i.daysOverdue();
        if (days <= 4) {
            return;
        }
        boolean called = i.stepsDone().contains(CALL);
        if (!called && i.customer().sizeClass() == SizeClass.A) {
            fired.add(C10, i);
        }
        if (days <= 14) {
            return;
        }
        if (!called) {
            fired.add(i.reminderLevel() >= 1 ? C20 : C21, i);
        } else if (i.reminderLevel() >= 3 && i.daysSinceLastAction() != null && i.daysSinceLastAction() >= 10) {
            fired.add(C30, i);
        }
    }

    static void missedInstalment(Invoice i, Fired fired) {
        if (i.daysSinceInstalmentMissed() >= 1
                && (i.lastAction() != PLAN_FOLLOW_UP
                        || (i.daysSinceLastAction() != null && i.daysSinceLastAction() >= 7))) {
            fired.add(C50, i);
        }
    }
}
