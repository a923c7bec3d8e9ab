package io.dunlin.report;

import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.Policy;
import java.util.List;

/** What is needed to repeat the run and to see that it came out the same. */
final class ManifestSection {
    private final Comparison c;
    private final String command;

    ManifestSection(Comparison comparison, String command) {
        this.c = comparison;
        this.command = command;
    }

    List<Table.Row> rows() {
        var manifest = c.manifest();
        var table = new Table.Builder("", 2, "", "");
        manifest.inputs().forEach(input -> table.row(input.name(), input.sha256()));
        if (manifest.assumptions() != null) {
            table.row(
                    "assumptions " + manifest.assumptions().name(),
                    manifest.assumptions().sha256());
        }
        policy(table, "baseline", manifest.baseline());
        policy(table, "candidate", manifest.candidate());
        table.row("days", c.from() + " to " + c.to());
        table.row("customers, invoices", Words.count(c.customers()) + ", " + Words.count(c.invoices()));
        table.row(
                "rows left out, customers left out",
                Words.count(manifest.rejectedRows()) + ", " + Words.count(manifest.customersLeftOut()));
        table.row("needless within", manifest.needlessDays() + " days");
        table.row("seed", Long.toString(manifest.seed()));
        table.row("calendar", manifest.calendar());
        table.row("limits of the size classes as of", manifest.sizeClassesOf().toString());
        table.row("result", manifest.resultSha256());
        if (command != null) {
            table.row("command", command);
        }
        return table.build().rows();
    }

    private static void policy(Table.Builder table, String name, Policy policy) {
        table.row(name + " " + policy.name(), policy.sha256());
        table.row(name + ", guard", policy.guardSha256());
    }
}
