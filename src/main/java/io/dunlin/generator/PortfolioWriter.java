package io.dunlin.generator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dunlin.book.Account;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.vocabulary.Rates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes accounts as a directory of CSV files with the mapping that reads them. Everything has a provisional name until
 * {@link #finish}; what is not finished leaves nothing behind.
 */
public final class PortfolioWriter implements AutoCloseable {
    private static final String PART = ".part";

    private final Path directory;
    private final Map<CsvColumns<?>, CsvWriter> writers = new LinkedHashMap<>();
    private boolean open = true;
    private final Thread onExit = new Thread(this::discard, "remove-unfinished");

    public PortfolioWriter(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        Runtime.getRuntime().addShutdownHook(onExit);
        for (var columns : CsvColumns.all()) {
            var writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(part(file(columns)), StandardCharsets.UTF_8);
            writer.writeRecord(columns.header());
            writers.put(columns, writer);
        }
    }

    private static String file(CsvColumns<?> columns) {
        return columns.kind().word() + ".csv";
    }

    private Path part(String file) {
        return directory.resolve(file + PART);
    }

    public void write(Account account) {
        writers.forEach((columns, writer) -> columns.lines(account).forEach(writer::writeRecord));
    }

    /** Gives every file its name, the mapping last: who finds it finds all. */
    public void finish(String name, LocalDate asOf, Rates rates) throws IOException {
        Files.writeString(part(PortfolioFiles.MAPPING), mapping(name, asOf, rates));
        closeWriters();
        for (var columns : writers.keySet()) {
            rename(file(columns));
        }
        rename(PortfolioFiles.MAPPING);
    }

    /** Once: a second close of a CSV writer is an error. */
    private void closeWriters() throws IOException {
        if (open) {
            open = false;
            for (var writer : writers.values()) {
                writer.close();
            }
        }
    }

    private void rename(String file) throws IOException {
        Files.move(part(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private String mapping(String name, LocalDate asOf, Rates rates) {
        var yaml = new StringBuilder("name: " + name + "\nasOf: " + asOf + "\n");
        if (!rates.perUnit().isEmpty()) {
            yaml.append("# how much of each currency one unit of the same money buys\nrates:\n");
            rates.perUnit().forEach((currency, rate) -> yaml.append("  ")
                    .append(currency)
                    .append(": ")
                    .append(rate.toPlainString())
                    .append('\n'));
        }
        yaml.append("files:\n");
        for (var columns : writers.keySet()) {
            yaml.append("  ")
                    .append(file(columns))
                    .append(":\n    kind: ")
                    .append(columns.kind().word());
            yaml.append("\n    fields:\n");
            columns.header().forEach(field -> yaml.append("      ")
                    .append(field)
                    .append(": ")
                    .append(field)
                    .append('\n'));
        }
        return yaml.toString();
    }

    @Override
    public void close() throws IOException {
        closeWriters();
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // on the way out already; the hook does the rest
        }
    }

    private void discard() {
        for (var columns : writers.keySet()) {
            part(file(columns)).toFile().delete();
        }
        part(PortfolioFiles.MAPPING).toFile().delete();
    }
}
