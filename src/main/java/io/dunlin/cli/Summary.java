package io.dunlin.cli;

import io.dunlin.engine.Decider;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The action mix of a portfolio: how many customers and invoices get which action, and how much is open there. */
final class Summary {
    private final LocalDate asOf;
    private final Decider decider;
    private final Map<Action, Line> lines = new EnumMap<>(Action.class);
    private final Line paid = new Line();
    private long customers;

    private static final class Line {
        long customers;
        long invoices;
        long tasks;
        final Map<String, BigDecimal> open = new TreeMap<>();
    }

    Summary(LocalDate asOf, Decider decider) {
        this.asOf = asOf;
        this.decider = decider;
    }

    void add(Decision decision) {
        customers++;
        line(decision.customer().action()).customers++;
        for (var invoice : decision.invoices()) {
            var line = invoice.balance().signum() > 0 ? line(invoice.verdict().action()) : paid;
            line.invoices++;
            line.open.merge(invoice.currency(), invoice.balance().max(BigDecimal.ZERO), BigDecimal::add);
        }
        decision.tasks().forEach(task -> line(task.action()).tasks++);
    }

    private Line line(Action action) {
        return lines.computeIfAbsent(action, any -> new Line());
    }

    long customers() {
        return customers;
    }

    void print(PrintWriter out, Portfolio.Counts counts) {
        var strategy = decider.strategy();
        out.printf(
                Locale.ROOT,
                "%s (%s) as of %s: %s, %s, %s left out%n%n",
                strategy.name(),
                strategy.version().substring(0, 12),
                asOf,
                count(customers, "customer"),
                count(counts.invoices(), "invoice"),
                count(counts.rejected(), "row"));
        var table = new ArrayList<List<String>>();
        var currencies = lines.values().stream()
                .flatMap(line -> line.open.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        // Work in the house beside the action: without its number such a line would be empty.
        var tasks = lines.values().stream().anyMatch(line -> line.tasks > 0);
        var header = new ArrayList<>(List.of("action", "customers", "invoices"));
        if (tasks) {
            header.add("tasks");
        }
        currencies.forEach(currency -> header.add("open " + currency));
        table.add(header);
        lines.forEach((action, line) -> table.add(row(action.name(), line, tasks, currencies)));
        table.add(row("(paid)", paid, tasks, currencies));
        Columns.print(table, out);
    }

    private static List<String> row(String name, Line line, boolean tasks, List<String> currencies) {
        var row = new ArrayList<>(List.of(name, number(line.customers), number(line.invoices)));
        if (tasks) {
            row.add(number(line.tasks));
        }
        for (var currency : currencies) {
            var open = line.open.getOrDefault(currency, BigDecimal.ZERO);
            row.add(open.signum() == 0 ? "" : String.format(Locale.ROOT, "%,.2f", open));
        }
        return row;
    }

    private static String count(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
    }
}
