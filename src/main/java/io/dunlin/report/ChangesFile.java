package io.dunlin.report;

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
    private final CsvTable table;
    private boolean open = true;

    private ChangesFile(Path csv, CsvTable table) {
        this.csv = csv;
        this.table = table;
        table.row(COLUMNS.keySet().toArray());
    }

    public static ChangesFile forPeople(Path csv) throws IOException {
        return new ChangesFile(csv, CsvTable.forPeople(Files.newBufferedWriter(csv)));
    }

    /** To be made Parquet: see {@link #copyTo}. */
    public static ChangesFile forParquet(Path csv) throws IOException {
        return new ChangesFile(csv, CsvTable.exact(Files.newBufferedWriter(csv)));
    }

    public void write(Change c) {
        table.row(
                c.customer(),
                c.name(),
                c.invoice(),
                c.currency(),
                c.amount(),
                c.open(),
                c.due(),
                c.on(),
                c.daysOverdue(),
                c.baseline().action(),
                c.baseline().level(),
                joined(c.baseline().rules()),
                joined(c.baseline().blockers()),
                c.baseline().why(),
                c.candidate().action(),
                c.candidate().level(),
                joined(c.candidate().rules()),
                joined(c.candidate().blockers()),
                c.candidate().why(),
                c.divergence());
    }

    private static String joined(List<String> texts) {
        return String.join("|", texts);
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
            table.close();
        }
    }
}
