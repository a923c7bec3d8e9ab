package io.dunlin.cli;

import io.dunlin.report.CsvTable;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Where decisions go: standard output, a file, both or neither. A file gets its name only once it is complete. */
final class DecisionSinks implements AutoCloseable {
    private final PrintWriter out;
    private final Unfinished files = new Unfinished();
    private final BufferedWriter file;
    private final CsvTable csv;
    private boolean open = true;

    DecisionSinks(PrintWriter out, Path output) throws IOException {
        this.out = out;
        // Opened before the work begins, so that a wrong path is told at once and not after an hour.
        this.file = output == null ? null : Files.newBufferedWriter(files.of(output));
        this.csv = output != null && output.toString().endsWith(".csv") ? table() : null;
    }

    private CsvTable table() {
        var table = CsvTable.forPeople(file);
        table.row(
                "customer",
                "invoice",
                "currency",
                "balance",
                "collectable",
                "action",
                "level",
                "channel",
                "owner",
                "approval",
                "rules",
                "reasons",
                "blockers",
                "nextEvaluation");
        return table;
    }

    /** Whether answers are written as JSON anywhere. */
    boolean wantJson() {
        return out != null || (file != null && csv == null);
    }

    void write(Decision decision, String text) throws IOException {
        if (out != null) {
            out.println(text);
            if (out.checkError()) {
                throw new IOException("nobody reads the output any more");
            }
        }
        if (csv != null) {
            decision.invoices().forEach(invoice -> row(decision, invoice));
        } else if (file != null) {
            file.write(text);
            file.write('\n');
        }
    }

    private void row(Decision decision, InvoiceVerdict invoice) {
        var verdict = invoice.verdict();
        csv.row(
                decision.customerId(),
                invoice.id(),
                invoice.currency(),
                invoice.balance(),
                invoice.collectable(),
                verdict.action(),
                verdict.level(),
                verdict.channel(),
                verdict.owner(),
                verdict.approval(),
                verdict.reasons().stream().map(reason -> reason.rule()).collect(Collectors.joining("|")),
                verdict.reasons().stream().map(reason -> reason.text()).collect(Collectors.joining("; ")),
                verdict.blockers().stream()
                        .map(blocker -> blocker.code().name())
                        .collect(Collectors.joining("|")),
                verdict.nextEvaluation());
    }

    void finish() throws IOException {
        closeFile();
        files.finish();
    }

    /** Once: a CSV writer has a buffer of its own to empty, and cannot be closed twice. */
    private void closeFile() throws IOException {
        if (open) {
            open = false;
            if (csv != null) {
                csv.close();
            } else if (file != null) {
                file.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closeFile();
        files.close();
    }
}
