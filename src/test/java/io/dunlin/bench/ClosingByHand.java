package io.dunlin.bench;

import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.AGENCY_REFERRAL;
import static io.dunlin.vocabulary.Action.LAWSUIT;
import static io.dunlin.vocabulary.Action.POST_MORTEM;
import static io.dunlin.vocabulary.Action.SMALL_CLAIMS;
import static io.dunlin.vocabulary.Action.WRITE_OFF;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Invoice;

/** {@code 60-closing.drl} by hand. */
final class ClosingByHand {
    private static final Rule W10 = propose(
            "W10",
            WRITE_OFF,
            1,
            i -> money(i.balance(), i) + " left of " + money(i.amount(), i) + ", " + i.daysOverdue()
                    + " days late: any step would cost more");
    private static final Rule W11 = propose(
            "W11",
            WRITE_OFF,
            1,
            i -> money(i.balance(), i) + " open for " + i.daysOverdue() + " days and " + i.reminderLevel()
                    + " reminders; too little for an agency or a court");
    private static final Rule W12 = propose(
            "W12",
            WRITE_OFF,
            1,
            i -> money(i.balance(), i) + " open for " + i.daysOverdue() + " days and the customer is insolvent");
    private static final Rule W13 = propose(
            "W13",
            WRITE_OFF,
            1,
            i -> money(i.balance(), i) + " open for " + i.daysOverdue() + " days; " + i.lastAction() + " of "
                    + i.lastActionOn() + " brought nothing");
    private static final Rule W14 = propose(
            "W14",
            WRITE_OFF,
            1,
            i -> "a late charge of level " + i.chargeLevel() + " whose invoice is closed; " + money(i.balance(), i)
                    + " of it is left, and charges up to level 1 are not pursued then");
    private static final Rule W20 = propose(
            "W20",
            POST_MORTEM,
            1,
            i -> money(i.amount(), i) + " of " + i.issued()
                    + " could not be collected by our own means: find the cause, who acts on it and by when");

    private ClosingByHand() {}

    static void judge(Invoice i, Limits limits, Fired fired) {
        int days = i.daysOverdue();
        if (days > 30 && i.balance().compareTo(limits.tinyRest) <= 0) {
            fired.add(W10, i);
        }
        var done = i.stepsDone();
        boolean agency = done.contains(AGENCY_REFERRAL);
        boolean court = done.contains(SMALL_CLAIMS) || done.contains(LAWSUIT);
        if (days > 180) {
            hopeless(i, limits, agency, court, fired);
        }
        if (i.chargeLevel() == 1 && !i.principalOpen()) {
            fired.add(W14, i);
        }
        if (agency || court || done.contains(WRITE_OFF)) {
            fired.add(W20, i);
        }
    }

    private static void hopeless(Invoice i, Limits limits, boolean agency, boolean court, Fired fired) {
        if (i.balance().compareTo(limits.smallestInvoice) < 0
                || (i.reminderLevel() >= 3 && i.balance().compareTo(limits.agencyMinimum) < 0)) {
            fired.add(W11, i);
        }
        if (i.customer().insolvent()) {
            fired.add(W12, i);
        }
        if (court
                || (agency
                        && (i.balance().compareTo(limits.smallClaimsMinimum) < 0
                                || EscalationByHand.hasNoSmallClaimsCourt(i.customer())))) {
            fired.add(W13, i);
        }
    }
}
