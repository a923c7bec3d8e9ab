package io.dunlin.cli;

import io.dunlin.report.CsvTable;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** Where decisions go: standard output, a file, both or neither. A file gets its name only once it is complete. */
final class DecisionSinks implements AutoCloseable {
    private final PrintWriter out;
    private final Path output;
    private final Path part;
    private final BufferedWriter file;
    private final CsvTable csv;
    private boolean open = true;
    private final Thread onExit = new Thread(this::discard, "remove-unfinished");

    DecisionSinks(PrintWriter out, Path output) throws IOException {
        this.out = out;
        this.output = output;
        this.part = output == null ? null : output.resolveSibling(output.getFileName() + ".part");
        this.file = output == null ? null : Files.newBufferedWriter(part);
        this.csv = output != null && output.toString().endsWith(".csv") ? table() : null;
        Runtime.getRuntime().addShutdownHook(onExit);
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
        if (file != null) {
            Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        }
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
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // on the way out already; the hook does the rest
        }
    }

    private void discard() {
        if (part != null) {
            part.toFile().delete();
        }
    }
}
