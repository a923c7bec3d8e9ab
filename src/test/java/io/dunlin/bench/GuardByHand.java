package io.dunlin.bench;

import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.name;
import static io.dunlin.bench.Said.requireApproval;
import static io.dunlin.bench.Said.soften;
import static io.dunlin.bench.Said.veto;
import static io.dunlin.vocabulary.Action.AGENCY_REFERRAL;
import static io.dunlin.vocabulary.Action.CONFIRM_BILLING_CONTACT;
import static io.dunlin.vocabulary.Action.LATE_CHARGE;
import static io.dunlin.vocabulary.Action.LAW_FIRM_LETTER;
import static io.dunlin.vocabulary.Action.SALES_INVOLVEMENT;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Stage;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Role;

/** {@code rules/guard} by hand. */
final class GuardByHand {
    private static final Rule G10 = veto(
            "G10",
            Role.LEGAL,
            o -> "insolvency proceedings are known for " + name(o.customer())
                    + ": only the administrator may be written to");
    private static final Rule G11 = veto(
            "G11",
            Role.LEGAL,
            o -> "insolvency proceedings are known for " + name(o.customer()) + ": " + o.action()
                    + " is no longer ours to take");
    private static final Rule G12 = veto("G12", Role.COMPLIANCE, o -> name(o.customer()) + " must not be contacted");
    private static final Rule G13 = veto(
            "G13",
            Role.LEGAL,
            o -> "insolvency proceedings are known for " + o.customer().payer() + ", who pays for "
                    + name(o.customer()));
    private static final Rule G14 = veto(
            "G14",
            Role.COMPLIANCE,
            o -> o.customer().payer() + ", who pays for " + name(o.customer()) + ", must not be contacted");
    private static final Rule G20 = soften(
            "G20",
            CONFIRM_BILLING_CONTACT,
            o -> "nobody knows whether " + name(o.customer())
                    + " is a company; until then consumer law is respected, and " + o.action()
                    + " is not for consumers");
    private static final Rule G21 = requireApproval(
            "G21",
            Role.LEGAL,
            o -> name(o.customer()) + " is a sole trader: legal staff check " + o.action() + " against consumer law");
    private static final Rule G22 = soften(
            "G22",
            SALES_INVOLVEMENT,
            o -> name(o.customer()) + " is a public body: its payment runs are moved by people, not by agencies");
    private static final Rule G23 = veto(
            "G23",
            Role.BILLING,
            o -> "somebody found out about " + name(o.customer())
                    + " for this invoice, but nobody entered whether it is a company; until then " + o.action()
                    + " is not for consumers");
    private static final Rule G30 = veto(
            "G30",
            Role.CASH_APPLICATION,
            o -> "the newest bank import is "
                    + o.customer().bankDataAge()
                    + " days old: the money may be here already");
    private static final Rule G31 = veto(
            "G31",
            Role.LEGAL,
            o -> money(o.invoice().disputedAmount(), o) + " of invoice "
                    + o.invoice().id() + " is disputed and " + money(o.invoice().claimedDeduction(), o)
                    + " deducted: settle that first");
    private static final Rule G32 =
            veto("G32", Role.LEGAL, o -> "invoice " + o.invoice().id() + " was never claimed in writing");
    private static final Rule G33 = soften(
            "G33",
            LAW_FIRM_LETTER,
            o -> "no law firm has written about invoice " + o.invoice().id() + " yet: a court would ask why");
    private static final Rule G34 = veto(
            "G34",
            Role.LEGAL,
            o -> "invoice " + o.invoice().id() + " is a late charge itself: there is no interest on interest");
    private static final Rule G35 =
            veto("G35", Role.CASH_APPLICATION, o -> "no bank import is known: the money may be here already");
    private static final Rule G40 =
            requireApproval("G40", Role.LEGAL, o -> o.action() + " needs the agreement of legal staff");
    private static final Rule G41 =
            requireApproval("G41", Role.CREDIT, o -> o.action() + " needs the agreement of credit staff");
    private static final Rule G42 = requireApproval(
            "G42",
            Role.COLLECTION_MANAGER,
            o -> "a longer plan or a discount needs the agreement of the collection manager");

    private GuardByHand() {}

    static void object(Outcome o, Fired fired) {
        if (o.customer().insolvent()) {
            insolvent(o, fired);
        }
        if (o.customer().doNotContact() && o.contact()) {
            fired.add(G12, o);
        }
        if (o.contact() && o.claimsMoney()) {
            payer(o, fired);
        }
        boolean outside = isOutside(o.action());
        if (outside || o.action() == Action.REPOSSESSION_OFFER) {
            debtorType(o, outside, fired);
        }
        boolean asksOutright = o.claimsMoney() && (o.contact() || o.stage() == Stage.ESCALATION);
        if (asksOutright && isBankDataStale(o)) {
            fired.add(G30, o);
        }
        if (o.invoice() != null && (outside || o.action() == Action.REPOSSESSION_OFFER)) {
            invoice(o, o.invoice(), outside, fired);
        }
        if (o.action() == LATE_CHARGE && o.invoice() != null && o.invoice().chargeLevel() > 0) {
            fired.add(G34, o);
        }
        if (asksOutright && o.customer().bankDataAge() == null) {
            fired.add(G35, o);
        }
        approval(o, outside, fired);
    }

    private static boolean isOutside(Action action) {
        return switch (action) {
            case LAW_FIRM_LETTER, AGENCY_REFERRAL, SMALL_CLAIMS, LAWSUIT -> true;
            default -> false;
        };
    }

    private static void insolvent(Outcome o, Fired fired) {
        if (o.contact()) {
            fired.add(G10, o);
        } else if (o.claimsMoney() && o.action() != Action.CREDIT_HOLD && o.action() != Action.WRITE_OFF) {
            fired.add(G11, o);
        }
    }

    private static void payer(Outcome o, Fired fired) {
        if (o.customer().payerInsolvent()) {
            fired.add(G13, o);
        }
        if (o.customer().payerDoNotContact()) {
            fired.add(G14, o);
        }
    }

    private static void debtorType(Outcome o, boolean outside, Fired fired) {
        var type = o.customer().debtorType();
        if (type == DebtorType.UNKNOWN && outside) {
            boolean asked = o.invoice() != null && o.invoice().stepsDone().contains(CONFIRM_BILLING_CONTACT);
            fired.add(asked ? G23 : G20, o);
        } else if (type == DebtorType.SOLE_TRADER) {
            fired.add(G21, o);
        } else if (type == DebtorType.PUBLIC_BODY && o.action() == AGENCY_REFERRAL) {
            fired.add(G22, o);
        }
    }

    private static boolean isBankDataStale(Outcome o) {
        var age = o.customer().bankDataAge();
        return age != null && age > 3;
    }

    private static void invoice(Outcome o, Invoice i, boolean outside, Fired fired) {
        if (i.disputedAmount().signum() > 0
                || i.claimedDeduction().signum() > 0
                || i.matchedDeduction().signum() > 0) {
            fired.add(G31, o);
        }
        if (outside && i.reminderLevel() == 0 && !i.stepsDone().contains(LATE_CHARGE)) {
            fired.add(G32, o);
        }
        boolean court = o.action() == Action.SMALL_CLAIMS || o.action() == Action.LAWSUIT;
        if (court && !i.stepsDone().contains(LAW_FIRM_LETTER)) {
            fired.add(G33, o);
        }
    }

    private static void approval(Outcome o, boolean outside, Fired fired) {
        if (outside) {
            fired.add(G40, o);
        }
        switch (o.action()) {
            case CREDIT_HOLD, REPOSSESSION_OFFER, CREDIT_MEMO_APPROVAL, WRITE_OFF -> fired.add(G41, o);
            case OFFER_PAYMENT_PLAN -> {
                if (o.level() >= 2) {
                    fired.add(G42, o);
                }
            }
            default -> {}
        }
    }
}
