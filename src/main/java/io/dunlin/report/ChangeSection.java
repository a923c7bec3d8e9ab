package io.dunlin.report;

import io.dunlin.simulation.Change;
import io.dunlin.simulation.Comparison;

/** The invoices about which the strategies disagree, those worth most first. */
final class ChangeSection {
    private static final int SHOWN = 100;

    private final Comparison c;

    ChangeSection(Comparison comparison) {
        this.c = comparison;
    }

    Table table() {
        var table = new Table.Builder(
                "",
                5,
                "invoice",
                "customer",
                "first difference",
                "baseline",
                "candidate",
                "open",
                "days overdue",
                "customer treated differently since");
        c.changes().stream().limit(SHOWN).forEach(change -> row(table, change));
        return table.build();
    }

    private static void row(Table.Builder table, Change change) {
        var name = change.name() == null || change.name().equals(change.customer())
                ? change.customer()
                : change.name() + " (" + change.customer() + ")";
        table.row(
                change.invoice(),
                name,
                change.on().toString(),
                choice(change.baseline()),
                choice(change.candidate()),
                change.currency() + " " + Words.money(change.open()),
                change.daysOverdue() == null ? "" : change.daysOverdue().toString(),
                change.divergence() == null ? "" : change.divergence().toString());
    }

    private static String choice(Change.Choice choice) {
        var level = choice.level() > 1 ? " " + choice.level() : "";
        var rules = choice.rules().isEmpty() ? choice.blockers() : choice.rules();
        var named = choice.named() ? ", named in the contact about another invoice" : "";
        return Words.name(choice.action()) + level + " [" + String.join(", ", rules) + "]" + named + ": "
                + choice.why();
    }

    String note() {
        if (c.changedInvoices() == 0) {
            return "No invoice is treated differently.";
        }
        var all = Words.count(c.changedInvoices());
        return c.changes().size() >= c.changedInvoices() && c.changedInvoices() <= SHOWN
                ? "All " + all + " changed invoices."
                : "The " + Math.min(SHOWN, c.changes().size()) + " of " + all
                        + " changed invoices that are worth most; --changes writes all of them to a file.";
    }
}
