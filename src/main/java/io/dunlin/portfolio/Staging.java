package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Row;
import io.dunlin.vocabulary.Rates;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A database in a temporary directory, in which rows are laid down, checked against each other and sorted. */
final class Staging implements Rows {
    /** What DuckDB may use beside the heap before it writes to disk; more is hardly faster. */
    private static final String MEMORY = "512MB";

    private static final String SORTING = " ORDER BY customer, kind, file, line";

    private static final String PAID_BEFORE_ISSUED =
            "SELECT count(*) FROM facts WHERE paid_on < issued AND kind = " + Kind.INVOICES.ordinal();

    private final Scratch scratch;
    private final Connection database;
    /** How rows of one customer come together; nothing where they lie like that already. */
    private final String sorting;

    private DuckDBAppender appender;
    private boolean inOrder;
    private boolean outOfOrder;
    private Closeable source = () -> {};
    private Kept kept = () -> null;

    /** Relatives that are known already; null where they are not. */
    interface Kept {
        Relatives relatives() throws IOException;
    }

    private Staging(Scratch scratch, Connection database, String sorting) {
        this.scratch = scratch;
        this.database = database;
        this.sorting = sorting;
    }

    private static Scratch scratch() throws IOException {
        return Scratch.of(() -> Files.createTempDirectory("dunlin-portfolio-"));
    }

    static Staging create() throws IOException {
        var scratch = scratch();
        try {
            var settings = settings(scratch.directory());
            settings.setProperty("preserve_insertion_order", "false");
            // Not through DriverManager, which sees only the drivers of the class loader that asked first.
            var database = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            var staging = new Staging(scratch, database, SORTING);
            staging.begin();
            return staging;
        } catch (SQLException e) {
            scratch.close();
            throw broken(e);
        }
    }

    /** Also refuses what was paid before it was issued: a history that cannot be played in the order of its days. */
    static Staging inOrder() throws IOException {
        var staging = create();
        staging.inOrder = true;
        return staging;
    }

    /**
     * Over rows that were laid down, checked and sorted before.
     *
     * @param relatives as they were found out then; null from {@code relatives} where they were not
     * @param source closed with this
     */
    static Staging over(Path parquet, Kept relatives, Closeable source) throws IOException {
        var scratch = scratch();
        try {
            var settings = settings(scratch.directory());
            var database = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            // One thread hands out what it reads in the order of the file: what was sorted once is not sorted again.
            var staging = new Staging(scratch, database, "");
            staging.source = source;
            staging.kept = relatives;
            staging.execute("CREATE VIEW facts AS SELECT * FROM read_parquet(" + quoted(parquet) + ")");
            return staging;
        } catch (SQLException e) {
            source.close();
            scratch.close();
            throw broken(e);
        }
    }

    private static Properties settings(Path directory) {
        var settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        // Each thread would sort in memory of its own: two of them did not get along with 200 MB of rows in no order.
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", directory.resolve("spill").toString());
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        return settings;
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    private void begin() throws SQLException {
        execute("""
                CREATE TABLE facts (
                    customer VARCHAR, kind USMALLINT, file USMALLINT, line BIGINT, id VARCHAR, invoice VARCHAR,
                    currency VARCHAR, amount DECIMAL(20, 4), issued DATE, day DATE, ended DATE, paid DECIMAL(20, 4), paid_on DATE,
                    body VARCHAR)
                """);
        appender = database.unwrap(DuckDBConnection.class).createAppender("facts");
    }

    @Override
    public void add(int file, Kind kind, Row row) {
        try {
            var key = Key.of(kind, row.facts());
            appender.beginRow()
                    .append(key.customer())
                    .append((short) kind.ordinal())
                    .append((short) file)
                    .append(row.line())
                    .append(key.id())
                    .append(key.invoice());
            appender.append(key.currency())
                    .append(key.amount())
                    .append(key.issued())
                    .append(key.day());
            appender.append(key.ended()).append(key.paid()).append(key.paidOn());
            appender.append(Written.of(row.facts()).json()).endRow();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public void loaded() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public long refuse(List<Path> files, Listener listener) {
        try {
            var contradictions = new Contradictions(database, files, listener);
            long refused = contradictions.takeOut();
            outOfOrder = number(PAID_BEFORE_ISSUED) > 0;
            return refused + (inOrder ? contradictions.takeOutPaidBeforeIssued() : 0);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Whether nothing was paid before it was issued, in all that was laid down. */
    boolean isInOrder() {
        return !outOfOrder;
    }

    @Override
    public long customers() {
        return number("SELECT count(DISTINCT customer) FROM facts");
    }

    @Override
    public long count(Kind kind) {
        return number("SELECT count(*) FROM facts WHERE kind = " + kind.ordinal());
    }

    @Override
    public SortedSet<String> currencies() {
        var currencies = new TreeSet<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT DISTINCT currency FROM facts WHERE kind = " + Kind.INVOICES.ordinal())) {
            while (rows.next()) {
                currencies.add(rows.getString(1));
            }
            return currencies;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private long number(String sql) {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public SizeClasses sizeClasses(LocalDate asOf, Rates rates) {
        try {
            return new OverdueShares(database, asOf, rates).classes();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public Stream<Stored> stored() {
        return query("SELECT customer, body FROM facts" + sorting);
    }

    private Stream<Stored> query(String sql) {
        try {
            var statement = database.createStatement();
            ResultSet rows = statement.executeQuery(sql);
            return StoredRows.stream(rows).onClose(() -> close(statement));
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public Relatives relatives() {
        try {
            var known = kept.relatives();
            return known == null ? Relatives.of(this) : known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Told by what it looks like on disk, so that nobody else's rows need to be understood. */
    @Override
    public Stream<Stored> linked() {
        return query("""
                SELECT customer, body FROM facts WHERE customer IN (
                    SELECT customer FROM facts WHERE kind <= %d AND (contains(body, '"group":') OR contains(body, '"payer":')))
                ORDER BY customer, kind, file, line
                """.formatted(Kind.INVOICES.ordinal()));
    }

    @Override
    public Stream<Stored> stored(Set<String> customers) {
        lay("wanted (customer VARCHAR)", customers, DuckDBAppender::append);
        return query("SELECT customer, body FROM facts SEMI JOIN wanted USING (customer)" + SORTING);
    }

    private interface Line<T> {
        void write(DuckDBAppender row, T item) throws SQLException;
    }

    /** A small table beside the facts. */
    private <T> void lay(String table, Collection<T> items, Line<T> line) {
        try {
            execute("CREATE OR REPLACE TABLE " + table);
            var name = table.substring(0, table.indexOf(' '));
            try (var rows = database.unwrap(DuckDBConnection.class).createAppender(name)) {
                for (var item : items) {
                    rows.beginRow();
                    line.write(rows, item);
                    rows.endRow();
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public Stream<Stored> stored(Map<String, String> heads) {
        if (heads.isEmpty()) {
            return stored();
        }
        lay("families (customer VARCHAR, head VARCHAR)", heads.entrySet(), (row, member) -> row.append(member.getKey())
                .append(member.getValue()));
        return query("""
                SELECT f.customer, f.body FROM facts f LEFT JOIN families m ON m.customer = f.customer
                ORDER BY coalesce(m.head, f.customer), f.customer, f.kind, f.file, f.line
                """);
    }

    void save(Path parquet) throws IOException {
        try {
            execute("SET preserve_insertion_order = true");
            execute("COPY (SELECT * FROM facts" + SORTING + ") TO " + quoted(parquet)
                    + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(scratch.directory().toString())) {
                throw broken(e);
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw broken(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        close(database);
        close(source);
        try {
            scratch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Full disk and the like. */
    static UncheckedIOException broken(Exception e) {
        return new UncheckedIOException(new IOException(
                "the portfolio cannot be sorted in the temporary folder `"
                        + System.getProperty("java.io.tmpdir")
                        + "`; is the disk full? Choose another with DUNLIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER. ("
                        + e.getMessage() + ")",
                e));
    }
}
