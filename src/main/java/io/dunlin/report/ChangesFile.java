package io.dunlin.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dunlin.simulation.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** Every changed invoice as a row, in the order of the customers. */
public final class ChangesFile implements AutoCloseable {
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        for (var name : List.of("customer", "name", "invoice", "currency")) {
            COLUMNS.put(name, "VARCHAR");
        }
        COLUMNS.put("amount", "DECIMAL(20, 4)");
        COLUMNS.put("open", "DECIMAL(20, 4)");
        COLUMNS.put("due", "DATE");
        COLUMNS.put("firstDifference", "DATE");
        COLUMNS.put("daysOverdue", "INTEGER");
        for (var arm : List.of("baseline", "candidate")) {
            COLUMNS.put(arm + "Action", "VARCHAR");
            COLUMNS.put(arm + "Level", "INTEGER");
            COLUMNS.put(arm + "Rules", "VARCHAR");
            COLUMNS.put(arm + "Blockers", "VARCHAR");
            COLUMNS.put(arm + "Why", "VARCHAR");
        }
        COLUMNS.put("divergence", "DATE");
    }

    private final Path csv;
    private final CsvWriter writer;
    private boolean open = true;

    public ChangesFile(Path csv) throws IOException {
        this.csv = csv;
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(csv));
        writer.writeRecord(COLUMNS.keySet());
    }

    public void write(Change c) {
        writer.writeRecord(
                c.customer(),
                text(c.name()),
                c.invoice(),
                c.currency(),
                c.amount().toPlainString(),
                c.open().toPlainString(),
                text(c.due()),
                text(c.on()),
                text(c.daysOverdue()),
                c.baseline().action().name(),
                Integer.toString(c.baseline().level()),
                joined(c.baseline().rules()),
                joined(c.baseline().blockers()),
                c.baseline().why(),
                c.candidate().action().name(),
                Integer.toString(c.candidate().level()),
                joined(c.candidate().rules()),
                joined(c.candidate().blockers()),
                c.candidate().why(),
                text(c.divergence()));
    }

    private static String joined(List<String> texts) {
        return String.join("|", texts);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** The same rows as Parquet, dates and amounts typed. */
    public void copyTo(Path parquet) throws IOException {
        close();
        var columns = COLUMNS.entrySet().stream()
                .map(c -> "'" + c.getKey() + "': '" + c.getValue() + "'")
                .collect(Collectors.joining(", "));
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + quoted(csv) + ", header = true, quote = '\"',"
                    + " escape = '\"', delim = ',', auto_detect = false, new_line = '\\n', columns = {" + columns
                    + "})) TO " + quoted(parquet) + " (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IOException("the changes cannot be written as Parquet: " + e.getMessage(), e);
        }
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            writer.close();
        }
    }
}
