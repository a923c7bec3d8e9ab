package io.dunlin.bench;

import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.CREDIT_MEMO_APPROVAL;
import static io.dunlin.vocabulary.Action.RESEND_INVOICE;
import static io.dunlin.vocabulary.Action.RESOLVE_DISPUTE;
import static io.dunlin.vocabulary.Action.VERIFY_DEDUCTION;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Invoice;

/** The rules about invoices in {@code 10-intake.drl} by hand. */
final class IntakeByHand {
    private static final Rule I20 = propose(
            "I20",
            VERIFY_DEDUCTION,
            1,
            i -> "the customer deducts " + money(i.claimedDeduction(), i) + " of " + money(i.balance(), i)
                    + " and nobody compared it with what was agreed");
    private static final Rule I21 = propose(
            "I21",
            CREDIT_MEMO_APPROVAL,
            1,
            i -> "a deduction of " + money(i.matchedDeduction(), i) + " was found right and still stands open");
    private static final Rule I30 = propose(
            "I30",
            RESOLVE_DISPUTE,
            1,
            i -> money(i.disputedAmount(), i) + " disputed for " + i.daysDisputed()
                    + " days; 10 were meant to be enough");
    private static final Rule I31 = propose(
            "I31",
            RESOLVE_DISPUTE,
            2,
            i -> money(i.disputedAmount(), i) + " disputed for " + i.daysDisputed() + " days; "
                    + i.customer().lateDisputes()
                    + " disputes in twelve months came only after the second reminder");
    private static final Rule I60 = propose(
            "I60",
            RESEND_INVOICE,
            1,
            i -> "the customer does not have this invoice of " + i.issued() + " over " + money(i.amount(), i));

    private IntakeByHand() {}

    static void judge(Invoice i, Fired fired) {
        if (i.claimedDeduction().signum() > 0) {
            fired.add(I20, i);
        }
        if (i.matchedDeduction().signum() > 0) {
            fired.add(I21, i);
        }
        if (i.disputedAmount().signum() > 0) {
            if (i.daysDisputed() > 10) {
                fired.add(I30, i);
            }
            if (i.daysDisputed() > 30 || i.customer().lateDisputes() >= 2) {
                fired.add(I31, i);
            }
        }
        if (!i.delivered() && i.balance().signum() > 0) {
            fired.add(I60, i);
        }
    }
}
