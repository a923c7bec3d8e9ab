package io.dunlin.simulation;

import java.util.ArrayList;
import java.util.List;

/** What a reader must know before believing a figure. */
final class Notes {
    private static final List<String> ASSUMED = List.of(
            "What stands under assumptions is no evidence. Until the day on which a customer is first treated differently, and"
                    + " for every customer who never is, payments are those of history; after it they are drawn by lot, under"
                    + " both strategies alike and with the same luck for the same step.",
            "Within a draw each strategy sees drawn payments as if they were real: nothing is sent about an invoice that is"
                    + " paid in that draw, and one that is not stays on its ladder. Promises and plans made after that day"
                    + " are forgotten with the payments; disputes, credits and holds stay.",
            "An interval leaves out the lowest and the highest twentieth of the draws. It holds the luck of single invoices"
                    + " and what the assumptions leave open; that the assumptions themselves are wrong is not in it.");

    private Notes() {}

    static List<String> of(Basis basis) {
        var notes = new ArrayList<String>();
        var window = basis.window();
        if (window.isSnapshot()) {
            notes.add("A snapshot: what each strategy would do on " + window.to()
                    + " with the same history behind it. It says nothing about the days after.");
        } else {
            notes.add(
                    "Payments, disputes, promises, credits and holds arrive on the days they really did; what the house"
                            + " did before " + window.from()
                            + " is kept, what it really did later is replaced by each strategy.");
            notes.add(
                    "Every recommended step counts as done the same day, and every approval as given. Inside work leaves"
                            + " its mark: a collector assigned, a billing contact confirmed, a credit hold set.");
            notes.add(
                    "Customers that belong together (a group, a payer and those it pays for) are played together: a contact"
                            + " with one of them quiets the others, as in the live book.");
            notes.add("On days that are no working days in the customer's country nothing is decided.");
            notes.add(
                    "From the day on which a customer is treated differently (its divergence date) the customer's real"
                            + " behaviour answers to neither strategy. No recovered cash is claimed after it.");
        }
        notes.add(
                "Bank data is taken as fresh every day. Size classes are computed from the whole portfolio on the first"
                        + " day and on the first of each month.");
        notes.add("A contact is needless if all it asked for was paid within "
                + basis.settings().needlessDays()
                + " days of it. In history that happened under the strategy of that time.");
        notes.add("Amounts are in " + basis.currency() + " at the rates of " + window.to()
                + "; an invoice counts under the furthest step taken about it, or that named it.");
        notes.add("Costs are those of the cost table, in "
                + basis.settings().prices().currency() + ".");
        var free = basis.settings().prices().unpriced();
        if (!free.isEmpty()) {
            notes.add("The cost table has no price for " + String.join(", ", free)
                    + ": steps there cost nothing here unless their action has one.");
        }
        if (basis.settings().assumptions() != null) {
            notes.addAll(ASSUMED);
        }
        return notes;
    }
}
