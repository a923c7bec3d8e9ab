package io.dunlin.cli;

import io.dunlin.simulation.Arm;
import io.dunlin.simulation.Comparison;
import io.dunlin.vocabulary.Action;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A comparison in a few lines, for whoever runs it. */
final class ComparisonTable {
    private ComparisonTable() {}

    static void print(Comparison c, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s against %s, %s to %s: %,d customers, %,d invoices, %,d in play, %,d rows left out%n",
                c.manifest().baseline().name(),
                c.manifest().candidate().name(),
                c.from(),
                c.to(),
                c.customers(),
                c.invoices(),
                c.inPlay().count(),
                c.manifest().rejectedRows());
        out.printf(
                Locale.ROOT,
                "%,d invoices changed (%s %,.2f), %,d customers%n%n",
                c.changedInvoices(),
                c.currency(),
                c.changedAmount(),
                c.changedCustomers());
        var table = new ArrayList<List<String>>();
        table.add(List.of("", "baseline", "candidate"));
        for (var action : Action.values()) {
            row(table, "steps " + action, c, s -> count(s.steps().getOrDefault(action, 0L)));
        }
        row(table, "contacts", c, s -> count(s.contacts()));
        row(table, "needless letters", c, s -> count(s.needlessLetters()));
        row(
                table,
                "days from due to first contact",
                c,
                s -> s.daysToFirstContact().count() == 0
                        ? ""
                        : Integer.toString(s.daysToFirstContact().median()));
        row(table, "cost " + c.manifest().prices().currency(), c, s -> String.format(Locale.ROOT, "%,.2f", s.cost()));
        row(
                table,
                "promises of the engine broken",
                c,
                s -> count(s.violations().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        Columns.print(table, out);
        if (c.assumed() != null) {
            AssumedTable.print(c, out);
        }
    }

    private static void row(
            List<List<String>> table, String name, Comparison c, Function<Comparison.Strategy, String> value) {
        var before = value.apply(c.strategies().get(Arm.BASELINE.word()));
        var after = value.apply(c.strategies().get(Arm.CANDIDATE.word()));
        if (!name.startsWith("steps") || !(before + after).isEmpty()) {
            table.add(List.of(name, before, after));
        }
    }

    private static String count(long number) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
    }
}
