package io.dunlin.report;

import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is hit: by segment, size, country and age, the most changed first. */
final class GroupSection {
    private static final int MOST_LINES = 30;
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("segment", "Segment");
        TITLES.put("sizeClass", "Size class on the last day");
        TITLES.put("country", "Country");
        TITLES.put("age", "Days overdue (invoices: at the end; contacts: when they were made)");
    }

    private final Comparison c;

    GroupSection(Comparison comparison) {
        this.c = comparison;
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        TITLES.forEach((key, title) -> {
            var lines = c.groups().getOrDefault(key, List.of());
            if (lines.size() > 1) {
                tables.add(table(title, lines, !key.equals("age")));
            }
        });
        return tables;
    }

    private Table table(String title, List<Line> lines, boolean worstFirst) {
        var cost = "cost " + c.manifest().prices().currency();
        var table = new Table.Builder(
                title + (lines.size() > MOST_LINES ? " (the " + MOST_LINES + " most changed)" : ""),
                1,
                "",
                "invoices",
                "changed",
                "share",
                "open " + c.currency(),
                "contacts, baseline",
                "contacts, candidate",
                "change",
                cost + ", baseline",
                cost + ", candidate");
        lines.stream()
                .sorted(
                        worstFirst
                                ? Comparator.comparingLong(Line::changedInvoices)
                                        .reversed()
                                        .thenComparing(Line::value)
                                : Comparator.comparing(line -> 0))
                .limit(MOST_LINES)
                .forEach(line -> row(table, line));
        return table.build();
    }

    private static void row(Table.Builder table, Line line) {
        table.row(
                line.value(),
                Words.count(line.invoices()),
                Words.count(line.changedInvoices()),
                Words.share(line.changedInvoices(), line.invoices()),
                Words.money(line.open()),
                Words.count(line.baselineContacts()),
                Words.count(line.candidateContacts()),
                Words.change(BigDecimal.valueOf(line.baselineContacts()), BigDecimal.valueOf(line.candidateContacts())),
                Words.money(line.baselineCost()),
                Words.money(line.candidateCost()));
    }
}
