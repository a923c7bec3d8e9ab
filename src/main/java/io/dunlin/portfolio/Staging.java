package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Row;
import io.dunlin.vocabulary.Rates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A database in a temporary directory, in which rows are laid down, checked against each other and sorted. */
final class Staging implements AutoCloseable {
    /** What DuckDB may use beside the heap before it writes to disk; more is hardly faster. */
    private static final String MEMORY = "384MB";

    private static final int DECIMALS = 4;

    private final Path directory;
    private final Connection database;
    private final Thread onExit = new Thread(this::delete, "remove-staging");
    private DuckDBAppender appender;

    private Staging(Path directory, Connection database) {
        this.directory = directory;
        this.database = database;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    static Staging create() throws IOException {
        var directory = Files.createTempDirectory("dunlin-portfolio-");
        try {
            var settings = new Properties();
            settings.setProperty("memory_limit", MEMORY);
            settings.setProperty("temp_directory", directory.resolve("spill").toString());
            settings.setProperty("preserve_insertion_order", "false");
            settings.setProperty("jdbc_stream_results", "true");
            settings.setProperty("autoinstall_known_extensions", "false");
            // Not through DriverManager, which sees only the drivers of the class loader that asked first.
            var database = new DuckDBDriver().connect("jdbc:duckdb:" + directory.resolve("rows.db"), settings);
            var staging = new Staging(directory, database);
            staging.begin();
            return staging;
        } catch (SQLException e) {
            Files.deleteIfExists(directory);
            throw broken(e);
        }
    }

    private void begin() throws SQLException {
        execute("""
                CREATE TABLE facts (
                    customer VARCHAR, kind USMALLINT, file USMALLINT, line BIGINT, id VARCHAR, invoice VARCHAR,
                    currency VARCHAR, amount DECIMAL(20, 4), day DATE, ended DATE, paid DECIMAL(20, 4), paid_on DATE,
                    body VARCHAR)
                """);
        appender = database.unwrap(DuckDBConnection.class).createAppender("facts");
    }

    void add(int file, Kind kind, Row row) {
        try {
            var key = Key.of(kind, row.facts());
            appender.beginRow()
                    .append(key.customer())
                    .append((short) kind.ordinal())
                    .append((short) file)
                    .append(row.line())
                    .append(key.id())
                    .append(key.invoice());
            appender.append(key.currency()).append(decimal(key.amount())).append(key.day());
            appender.append(key.ended()).append(decimal(key.paid())).append(key.paidOn());
            appender.append(Stored.write(row.facts())).endRow();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static BigDecimal decimal(BigDecimal amount) {
        return amount == null ? null : amount.setScale(DECIMALS, java.math.RoundingMode.HALF_EVEN);
    }

    void loaded() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Takes out what contradicts other rows; only the whole tells. */
    long refuse(List<Path> files, Listener listener) {
        try {
            return new Contradictions(database, files, listener).takeOut();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    long customers() {
        return number("SELECT count(DISTINCT customer) FROM facts");
    }

    long count(Kind kind) {
        return number("SELECT count(*) FROM facts WHERE kind = " + kind.ordinal());
    }

    SortedSet<String> currencies() {
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

    SizeClasses sizeClasses(LocalDate asOf, Rates rates) {
        try {
            return new OverdueShares(database, asOf, rates).classes();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    Stream<Stored> stored() {
        try {
            var statement = database.createStatement();
            ResultSet rows =
                    statement.executeQuery("SELECT customer, body FROM facts ORDER BY customer, kind, file, line");
            return StoredRows.stream(rows).onClose(() -> close(statement));
        } catch (SQLException e) {
            throw broken(e);
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
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the machine is going down already, and the hook with it
        }
    }

    private void delete() {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Full disk and the like. */
    static UncheckedIOException broken(Exception e) {
        return new UncheckedIOException(
                new IOException("cannot sort the portfolio in a temporary directory: " + e.getMessage(), e));
    }

    /** What sorting and summing needs of a row. */
    private record Key(
            String customer,
            String id,
            String invoice,
            String currency,
            BigDecimal amount,
            LocalDate day,
            LocalDate ended,
            BigDecimal paid,
            LocalDate paidOn) {

        static Key of(Kind kind, Account facts) {
            return switch (kind) {
                case CUSTOMERS -> event(facts.customer().id(), facts.customer().id(), null);
                case INVOICES -> invoice(facts);
                case PAYMENTS -> payment(facts);
                case CREDITS -> credit(facts);
                case DISPUTES ->
                    event(
                            null,
                            facts.disputes().get(0).id(),
                            facts.disputes().get(0).invoice());
                case DEDUCTIONS ->
                    event(
                            null,
                            facts.deductions().get(0).id(),
                            facts.deductions().get(0).invoice());
                case PROMISES ->
                    event(
                            null,
                            facts.promises().get(0).id(),
                            facts.promises().get(0).invoice());
                case PLANS ->
                    event(facts.plans().get(0).customer(), facts.plans().get(0).id(), null);
                case CONTACTS ->
                    event(
                            facts.contacts().get(0).customer(),
                            facts.contacts().get(0).id(),
                            null);
                case HOLDS ->
                    event(
                            facts.holds().get(0).customer(),
                            facts.holds().get(0).id(),
                            facts.holds().get(0).invoice());
            };
        }

        private static Key event(String customer, String id, String invoice) {
            return new Key(customer, id, invoice, null, null, null, null, null, null);
        }

        private static Key invoice(Account facts) {
            var i = facts.invoices().get(0);
            var p = facts.payments().isEmpty() ? null : facts.payments().get(0);
            return new Key(
                    i.customer(),
                    i.id(),
                    i.id(),
                    i.currency(),
                    i.amount(),
                    i.due(),
                    i.writtenOffOn(),
                    p == null ? null : p.amount(),
                    p == null ? null : p.on());
        }

        private static Key payment(Account facts) {
            var p = facts.payments().get(0);
            var booked = p.state() == io.dunlin.book.Payment.State.BOOKED ? p.amount() : BigDecimal.ZERO;
            return new Key(p.customer(), p.id(), p.invoice(), p.currency(), booked, p.on(), p.reversedOn(), null, null);
        }

        private static Key credit(Account facts) {
            var c = facts.credits().get(0);
            return new Key(
                    c.customer(), c.id(), c.invoice(), c.currency(), c.amount(), c.on(), c.cancelledOn(), null, null);
        }
    }
}
