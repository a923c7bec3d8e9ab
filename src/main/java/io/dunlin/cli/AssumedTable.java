package io.dunlin.cli;

import io.dunlin.simulation.Assumed;
import io.dunlin.simulation.Assumed.Estimate;
import io.dunlin.simulation.Assumed.Outlook;
import io.dunlin.simulation.Comparison;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What would have come in if the assumptions held, never without its interval. */
final class AssumedTable {
    private AssumedTable() {}

    static void print(Comparison c, PrintWriter out) {
        var assumed = c.assumed();
        out.printf(
                Locale.ROOT,
                "%nIf the assumptions of %s held, which nothing here shows (%,d draws; in brackets what 90 %% of them lie"
                        + " between):%n",
                assumed.assumptions().name(),
                assumed.assumptions().draws());
        var table = new ArrayList<List<String>>();
        table.add(List.of("", "baseline", "candidate", "difference"));
        row(table, "cash " + c.currency(), assumed, Outlook::cash);
        row(table, "open at the end " + c.currency(), assumed, Outlook::open);
        row(table, "DSO days", assumed, Outlook::dso);
        row(table, "contacts", assumed, Outlook::contacts);
        row(table, "cost " + c.manifest().prices().currency(), assumed, Outlook::cost);
        row(table, "cash less cost " + c.currency(), assumed, Outlook::net);
        Columns.print(table, out);
        assumed.unmet().forEach(out::println);
    }

    private static void row(List<List<String>> table, String name, Assumed assumed, Function<Outlook, Estimate> of) {
        var cells = new ArrayList<>(List.of(name));
        Stream.concat(assumed.strategies().values().stream(), Stream.of(assumed.delta()))
                .map(of)
                .forEach(estimate -> cells.add(estimate == null ? "" : text(estimate)));
        table.add(cells);
    }

    private static String text(Estimate e) {
        int digits = e.mean().scale() > 1 ? 0 : 1;
        return number(e.mean(), digits) + " (" + number(e.low(), digits) + " to " + number(e.high(), digits) + ")";
    }

    /** Rounded before it is written: there is no less than nothing of less than a half. */
    private static String number(BigDecimal amount, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", amount.setScale(digits, RoundingMode.HALF_EVEN));
    }
}
