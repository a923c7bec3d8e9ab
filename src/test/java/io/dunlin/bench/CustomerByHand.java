package io.dunlin.bench;

import static io.dunlin.bench.Limits.atLeast;
import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.name;
import static io.dunlin.bench.Said.proposeForCustomer;
import static io.dunlin.vocabulary.Action.ALLOCATE_CASH;
import static io.dunlin.vocabulary.Action.ASSIGN_COLLECTOR;
import static io.dunlin.vocabulary.Action.CONFIRM_BILLING_CONTACT;
import static io.dunlin.vocabulary.Action.CREDIT_REVIEW;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;

/** The rules about customers in {@code 10-intake.drl} and {@code 40-settlement.drl} by hand. */
final class CustomerByHand {
    private static final Rule I10 = proposeForCustomer(
            "I10",
            ASSIGN_COLLECTOR,
            c -> "nobody looks after " + name(c) + ": " + c.overdueInvoices() + " overdue, "
                    + money(c.overdueTotal(), c) + " in all");
    private static final Rule I40 = proposeForCustomer(
            "I40",
            ALLOCATE_CASH,
            c -> money(c.unallocated(), c) + " received or credited and matched to no invoice, "
                    + money(c.exposure(), c) + " open");
    private static final Rule I50 = proposeForCustomer(
            "I50",
            CONFIRM_BILLING_CONTACT,
            c -> money(c.exposure(), c) + " open and the billing contact was never confirmed with the customer");
    private static final Rule I51 = proposeForCustomer(
            "I51", CONFIRM_BILLING_CONTACT, c -> c.unansweredLast30Days() + " attempts in 30 days and no answer");
    private static final Rule O30 = proposeForCustomer(
            "O30",
            CREDIT_REVIEW,
            c -> money(c.exposure(), c) + " open against a limit of " + money(c.creditLimit(), c) + ", "
                    + money(c.overdueTotal(), c) + " of it overdue");
    private static final Rule O31 = proposeForCustomer(
            "O31",
            CREDIT_REVIEW,
            c -> c.latePercent() + " % paid late, " + c.averageDaysLate() + " days on average, " + c.brokenPromises()
                    + " promises broken; " + money(c.overdueTotal(), c) + " overdue now");
    private static final Rule O32 = proposeForCustomer(
            "O32",
            CREDIT_REVIEW,
            c -> "insolvency proceedings are known and " + money(c.exposure(), c)
                    + " is open: register the claim and close the limit");

    private static final Rule O33 = proposeForCustomer(
            "O33",
            CREDIT_REVIEW,
            c -> c.payer() + ", who pays for " + name(c) + ", is " + c.payerDaysOverdue() + " days late with "
                    + money(c.payerOverdueTotal(), c) + "; " + money(c.exposure(), c) + " is open here");

    private CustomerByHand() {}

    static void judge(Customer c, Fired fired) {
        var limits = Limits.in(c);
        if (c.collector() == null && c.overdueInvoices() >= 1) {
            fired.add(I10, c);
        }
        if (c.unallocated().signum() > 0 && c.exposure().signum() > 0) {
            fired.add(I40, c);
        }
        if (!c.billingContactConfirmed() && atLeast(c.exposure(), limits.confirmContactFrom)) {
            fired.add(I50, c);
        }
        if (c.unansweredLast30Days() >= 3 && c.overdueInvoices() >= 1) {
            fired.add(I51, c);
        }
        if (!c.recentlyDone().contains(CREDIT_REVIEW)) {
            creditReview(c, limits, fired);
        }
    }

    private static void creditReview(Customer c, Limits limits, Fired fired) {
        if (c.creditLimit() != null && c.exposure().compareTo(c.creditLimit()) > 0) {
            fired.add(O30, c);
        }
        if ((c.habitualLatePayer() || c.brokenPromises() >= 3)
                && atLeast(c.overdueTotal(), limits.creditReviewMinimum)) {
            fired.add(O31, c);
        }
        if (c.insolvent() && c.exposure().signum() > 0) {
            fired.add(O32, c);
        }
        if (c.payerDaysOverdue() != null
                && c.payerDaysOverdue() > 30
                && c.exposure().signum() > 0) {
            fired.add(O33, c);
        }
    }
}
