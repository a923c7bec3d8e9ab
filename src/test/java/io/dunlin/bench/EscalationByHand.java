package io.dunlin.bench;

import static io.dunlin.bench.Limits.atLeast;
import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.name;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.AGENCY_REFERRAL;
import static io.dunlin.vocabulary.Action.CALL;
import static io.dunlin.vocabulary.Action.CREDIT_HOLD;
import static io.dunlin.vocabulary.Action.LATE_CHARGE;
import static io.dunlin.vocabulary.Action.LAWSUIT;
import static io.dunlin.vocabulary.Action.LAW_FIRM_LETTER;
import static io.dunlin.vocabulary.Action.REPOSSESSION_OFFER;
import static io.dunlin.vocabulary.Action.SALES_INVOLVEMENT;
import static io.dunlin.vocabulary.Action.SMALL_CLAIMS;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Invoice.PromiseState;
import java.math.BigDecimal;

/** {@code 50-escalation.drl} by hand. */
final class EscalationByHand {
    private static final Rule E10 = propose(
            "E10",
            SALES_INVOLVEMENT,
            1,
            i -> late(i) + " open after a call; " + i.customer().salesperson() + " knows the customer, who owes "
                    + money(i.customer().overdueTotal(), i) + " overdue in all");
    private static final Rule E11 = propose(
            "E11",
            SALES_INVOLVEMENT,
            1,
            i -> late(i) + " open, " + i.unansweredAttempts() + " attempts without an answer, " + i.promises()
                    + " promises given; " + i.customer().salesperson() + " may get through");
    private static final Rule E20 = propose(
            "E20",
            CREDIT_HOLD,
            1,
            i -> late(i) + " open after " + i.reminderLevel() + " reminders, and deliveries go on");
    private static final Rule E21 = propose(
            "E21",
            CREDIT_HOLD,
            1,
            i -> i.promises() + " promises on this invoice and the last one broken; " + money(i.collectable(), i)
                    + " open, " + i.daysOverdue() + " days late");
    private static final Rule E22 = propose(
            "E22",
            CREDIT_HOLD,
            1,
            i -> late(i) + " open, and " + i.customer().payer() + ", who pays for " + name(i.customer()) + ", is "
                    + i.customer().payerDaysOverdue() + " days late itself");
    private static final Rule E30 = propose(
            "E30",
            REPOSSESSION_OFFER,
            1,
            i -> late(i) + " open; the goods are still ours and would fetch " + money(i.goodsResaleValue(), i));
    private static final Rule E40 = propose(
            "E40", LAW_FIRM_LETTER, 1, i -> late(i) + " open after " + i.reminderLevel() + " reminders and a call");
    private static final Rule E50 = propose(
            "E50",
            AGENCY_REFERRAL,
            1,
            i -> late(i) + " open although reminded " + i.reminderLevel()
                    + " times, charged for and on credit hold; of such an amount the agency's share leaves enough");
    private static final Rule E60 = smallClaims("E60", "11,000.00 EUR");
    private static final Rule E61 = smallClaims("E61", "5,000.00 EUR");
    private static final Rule E62 = smallClaims("E62", "10,000.00 EUR");
    private static final Rule E70 = propose(
            "E70", LAWSUIT, 1, i -> late(i) + " open after a law firm's letter and too much for a small claims court");

    private EscalationByHand() {}

    private static String late(Invoice i) {
        return i.daysOverdue() + " days late, " + money(i.collectable(), i);
    }

    private static Rule smallClaims(String id, String ceiling) {
        return propose(
                id,
                SMALL_CLAIMS,
                1,
                i -> i.daysOverdue() + " days late; " + money(i.balance(), i) + " is within the court's ceiling of "
                        + ceiling);
    }

    static void judge(Invoice i, Limits limits, Fired fired) {
        if (i.daysOverdue() <= 14) {
            return;
        }
        if (atLeast(i.collectable(), limits.callMinimum)
                && i.customer().salesperson() != null
                && !i.stepsDone().contains(SALES_INVOLVEMENT)) {
            sales(i, limits, fired);
        }
        if (!i.customer().creditHold() && atLeast(i.collectable(), limits.creditHoldMinimum)) {
            creditHold(i, fired);
        }
        if (i.daysOverdue() > 60) {
            severe(i, limits, fired);
        }
    }

    private static void sales(Invoice i, Limits limits, Fired fired) {
        if (i.daysOverdue() > 30
                && i.stepsDone().contains(CALL)
                && (i.customer().sizeClass() == SizeClass.A || atLeast(i.collectable(), limits.bigInvoice))) {
            fired.add(E10, i);
        }
        if (i.unansweredAttempts() >= 3 || (i.promiseState() == PromiseState.BROKEN && i.promises() >= 2)) {
            fired.add(E11, i);
        }
    }

    private static void creditHold(Invoice i, Fired fired) {
        if (i.daysOverdue() > 45 && i.reminderLevel() >= 3) {
            fired.add(E20, i);
        }
        if (i.promiseState() == PromiseState.BROKEN && i.promises() >= 2) {
            fired.add(E21, i);
        }
        var payer = i.customer().payerDaysOverdue();
        if (payer != null && payer > 45) {
            fired.add(E22, i);
        }
    }

    private static void severe(Invoice i, Limits limits, Fired fired) {
        var customer = i.customer();
        if (i.reminderLevel() >= 3) {
            if (customer.creditHold()) {
                takeBack(i, limits, fired);
            }
            if (customer.debtorType() != DebtorType.PUBLIC_BODY) {
                outside(i, limits, fired);
            }
        }
        if (i.daysOverdue() > 120 && !customer.insolvent() && i.stepsDone().contains(LAW_FIRM_LETTER)) {
            court(i, limits, fired);
        }
    }

    private static void takeBack(Invoice i, Limits limits, Fired fired) {
        if (i.goodsReturnable()
                && i.retentionOfTitle()
                && atLeast(i.collectable(), limits.takeBackMinimum)
                && atLeast(i.goodsResaleValue(), limits.takeBackMinimum)) {
            fired.add(E30, i);
        }
    }

    private static void outside(Invoice i, Limits limits, Fired fired) {
        var done = i.stepsDone();
        if (i.daysOverdue() > 75 && done.contains(CALL) && atLeast(i.collectable(), limits.lawFirmMinimum)) {
            fired.add(E40, i);
        }
        if (i.daysOverdue() > 90
                && i.customer().creditHold()
                && done.contains(LATE_CHARGE)
                && atLeast(i.collectable(), limits.agencyMinimum)
                && i.balance().compareTo(limits.agencyMaximum) < 0
                && (done.contains(LAW_FIRM_LETTER) || i.balance().compareTo(limits.lawFirmMinimum) < 0)) {
            fired.add(E50, i);
        }
    }

    private static void court(Invoice i, Limits limits, Fired fired) {
        switch (i.customer().country()) {
            case "GB" -> court(i, limits, limits.smallClaimsCeilingGb, E60, fired);
            case "US" -> court(i, limits, limits.smallClaimsCeilingUs, E61, fired);
            case "DE" -> court(i, limits, limits.smallClaimsCeilingDe, E62, fired);
            default -> sue(i, limits, fired);
        }
    }

    private static void court(Invoice i, Limits limits, BigDecimal ceiling, Rule small, Fired fired) {
        if (i.balance().compareTo(ceiling) > 0) {
            sue(i, limits, fired);
        } else if (atLeast(i.collectable(), limits.smallClaimsMinimum)) {
            fired.add(small, i);
        }
    }

    private static void sue(Invoice i, Limits limits, Fired fired) {
        if (atLeast(i.collectable(), limits.agencyMaximum)) {
            fired.add(E70, i);
        }
    }

    static boolean hasNoSmallClaimsCourt(Customer customer) {
        return switch (customer.country()) {
            case "GB", "US", "DE" -> false;
            default -> true;
        };
    }
}
