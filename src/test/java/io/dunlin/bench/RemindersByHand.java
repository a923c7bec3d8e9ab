package io.dunlin.bench;

import static io.dunlin.bench.Limits.atLeast;
import static io.dunlin.bench.Said.money;
import static io.dunlin.bench.Said.propose;
import static io.dunlin.vocabulary.Action.LATE_CHARGE;
import static io.dunlin.vocabulary.Action.OFFER_EARLY_PAYMENT_REWARD;
import static io.dunlin.vocabulary.Action.PRE_DUE_CONTACT;
import static io.dunlin.vocabulary.Action.REMINDER;

import io.dunlin.bench.HandWrittenPolicy.Fired;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Invoice;
import java.util.function.Function;

/** {@code 20-reminders.drl} by hand. */
final class RemindersByHand {
    private static final String SMALL = "; one of the many small accounts";

    private static final Rule P10 = propose(
            "P10",
            PRE_DUE_CONTACT,
            1,
            i -> "due in " + i.daysUntilDue() + " days; " + i.customer().latePercent()
                    + " % of the invoices of the last twelve months were paid late, "
                    + i.customer().averageDaysLate() + " days on average");
    private static final Rule P11 = propose(
            "P11",
            PRE_DUE_CONTACT,
            1,
            i -> money(i.openAmount(), i) + " due in " + i.daysUntilDue()
                    + " days: make sure that nothing stands in the way");
    private static final Rule P20 = propose(
            "P20",
            OFFER_EARLY_PAYMENT_REWARD,
            1,
            i -> money(i.openAmount(), i) + " due in " + i.daysUntilDue() + " days; "
                    + i.customer().settledInvoices() + " invoices settled in twelve months, "
                    + i.customer().averageDaysLate() + " days late on average");
    private static final Rule R10 = propose("R10", REMINDER, 1, i -> late(i) + " open, not reminded yet");
    private static final Rule R11 = propose("R11", REMINDER, 1, i -> late(i) + " open, not reminded yet" + SMALL);
    private static final Rule R12 = propose("R12", REMINDER, 1, i -> late(i) + " open; a public body, given 14 days");
    private static final Function<Invoice, String> UNPAID =
            i -> late(i) + " open and no payment after reminder " + i.reminderLevel();
    private static final Rule R20 = propose("R20", REMINDER, 2, UNPAID);
    private static final Rule R21 = propose("R21", REMINDER, 2, i -> UNPAID.apply(i) + SMALL);
    private static final Rule R30 = propose(
            "R30",
            REMINDER,
            3,
            i -> late(i) + " open after " + i.reminderLevel() + " reminders: the last one before severe steps");
    private static final Rule R31 =
            propose("R31", REMINDER, 3, i -> late(i) + " open after " + i.reminderLevel() + " reminders" + SMALL);
    private static final Rule R40 = propose(
            "R40",
            LATE_CHARGE,
            1,
            i -> late(i) + " open after " + i.reminderLevel() + " reminders: the lump sum is due");
    private static final Rule R41 =
            propose("R41", LATE_CHARGE, 2, i -> late(i) + " open although the lump sum was charged");

    private RemindersByHand() {}

    private static String late(Invoice i) {
        return i.daysOverdue() + " days late, " + money(i.collectable(), i);
    }

    static void beforeDue(Invoice i, Limits limits, Fired fired) {
        int days = i.daysUntilDue();
        var customer = i.customer();
        if (days < 1 || days > 21 || customer.overdueInvoices() > 0) {
            return;
        }
        boolean big = atLeast(i.openAmount(), limits.bigInvoice);
        if (days <= 7) {
            if (customer.habitualLatePayer() && atLeast(i.openAmount(), limits.preDueMinimum)) {
                fired.add(P10, i);
            }
            if (big) {
                fired.add(P11, i);
            }
        } else if (big && !customer.habitualLatePayer() && customer.settledInvoices() >= 3) {
            fired.add(P20, i);
        }
    }

    static void judge(Invoice i, Limits limits, Fired fired) {
        if (atLeast(i.collectable(), limits.smallestInvoice)) {
            boolean small = i.customer().sizeClass() == SizeClass.C;
            boolean isPublic = i.customer().debtorType() == DebtorType.PUBLIC_BODY;
            int days = i.daysOverdue();
            switch (i.reminderLevel()) {
                case 0 -> first(i, days, small, isPublic, fired);
                case 1 -> again(i, days, isPublic, small ? 10 : 12, 30, small ? R21 : R20, fired);
                case 2 -> again(i, days, isPublic, small ? 21 : 30, 60, small ? R31 : R30, fired);
                default -> {}
            }
        }
        if (i.reminderLevel() >= 2 && i.daysOverdue() > 20 && atLeast(i.collectable(), limits.lateChargeMinimum)) {
            charge(i, fired);
        }
    }

    private static void first(Invoice i, int days, boolean small, boolean isPublic, Fired fired) {
        if (isPublic) {
            if (days >= 14) {
                fired.add(R12, i);
            }
        } else if (small) {
            if (days >= 3) {
                fired.add(R11, i);
            }
        } else if (days >= 5) {
            fired.add(R10, i);
        }
    }

    private static void again(
            Invoice i, int days, boolean isPublic, int after, int afterPublic, Rule rule, Fired fired) {
        if (days >= (isPublic ? afterPublic : after)) {
            fired.add(rule, i);
        }
    }

    private static void charge(Invoice i, Fired fired) {
        if (!i.stepsDone().contains(LATE_CHARGE)) {
            fired.add(R40, i);
        } else if (i.reminderLevel() >= 3 && i.daysOverdue() > 60) {
            fired.add(R41, i);
        }
    }
}
