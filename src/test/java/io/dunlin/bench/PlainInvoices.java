package io.dunlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A portfolio of invoices that were issued, became due and were paid or not, in Parquet, sorted by customer and due date.
 * Dates are days since 1970 and money is in cents: what a portfolio is converted to once, and what all rivals read.
 */
final class PlainInvoices implements AutoCloseable {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final List<String> COUNTRIES = List.of("DE", "GB", "US", "FR", "NL");

    private static final String GENERATE = """
            COPY (
              WITH customers AS (SELECT range::INTEGER AS customer, hash(range, 1) AS h,
                                        4 + (hash(range, 2) %% 19)::INTEGER AS n, hash(range, 3) %% 100 AS habit
                                 FROM range(%d)),
              each AS (SELECT customer, h, habit, unnest(range(n)) AS k FROM customers),
              dice AS (SELECT *, hash(customer, k, 4) AS r1, hash(customer, k, 5) AS r2, hash(customer, k, 6) AS r3,
                              hash(customer, k, 7) AS r4 FROM each),
              papers AS (SELECT *, (%d + r1 %% 730)::INTEGER AS issued,
                                [14, 30, 30, 30, 45, 60][1 + (r2 %% 6)::INTEGER] AS terms FROM dice),
              lines AS (SELECT customer, (h %% 5)::INTEGER AS country, issued, issued + terms AS due,
                               CASE WHEN r3 %% 1000 < 30 THEN NULL
                                    WHEN habit < 55 THEN issued + terms - 4 + (r3 %% 9)::INTEGER
                                    WHEN habit < 85 THEN issued + terms + (r3 %% 30)::INTEGER
                                    ELSE issued + terms + 10 + (r3 %% 150)::INTEGER END AS settled,
                               (100 * exp(1 + 9.5 * (r4 %% 1000003) / 1000003.0))::BIGINT AS amount
                        FROM papers)
              SELECT customer, country, (row_number() OVER (ORDER BY customer, due, issued, amount))::INTEGER AS invoice,
                     issued, due, settled, amount
              FROM lines ORDER BY invoice) TO '%s' (FORMAT PARQUET, COMPRESSION ZSTD)
            """;

    private static final String EXPORT = """
            COPY (
              SELECT 'C' || lpad(customer::VARCHAR, 7, '0') AS customer, ['DE', 'GB', 'US', 'FR', 'NL'][country + 1] AS country,
                     'I' || lpad(invoice::VARCHAR, 8, '0') AS invoice, DATE '1970-01-01' + issued AS issued,
                     DATE '1970-01-01' + due AS due, DATE '1970-01-01' + settled AS settled,
                     (amount / 100.0)::DECIMAL(12, 2) AS amount
              FROM '%s') TO '%s' (FORMAT PARQUET)
            """;

    private final Path file;
    final DuckDBConnection database;

    /** Told one customer after the other; {@code settled} is {@link Integer#MAX_VALUE} where it never was. */
    interface Reader {
        void customer(int customer, int country) throws SQLException;

        void invoice(int invoice, int issued, int due, int settled, long amount);
    }

    PlainInvoices(Path directory, int customers) throws IOException, SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("temp_directory", directory.resolve("spill").toString());
        database = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
        file = directory.resolve("invoices-" + customers + ".parquet");
        if (!Files.exists(file)) {
            run(database, GENERATE.formatted(customers, FIRST.toEpochDay(), file));
        }
    }

    Path file() {
        return file;
    }

    /** The same as anybody would bring it, dates and all, with its mapping, for {@code ./dunlin}. */
    void export(Path portfolio) throws IOException, SQLException {
        run(database, EXPORT.formatted(file, portfolio));
        Files.writeString(portfolio.resolveSibling("mapping.yaml"), """
                kind: invoices
                fields:
                  id: invoice
                  customer: customer
                  customer.country: country
                  issued: issued
                  due: due
                  amount: amount
                  currency: { value: EUR }
                  settledOn: settled
                """);
    }

    static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    long count() throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Who writes rows down one after the other. */
    interface Rival {
        void rows(ReplayOfPrecedents.Rows rows) throws SQLException;
    }

    /** Writes both results down and compares them row by row; returns how many rows there are. */
    long agree(Rival one, Rival another) throws SQLException {
        write("theirs", one);
        write("ours", another);
        return compare();
    }

    long agree(String query, Rival rival) throws SQLException {
        run(database, "CREATE OR REPLACE TABLE theirs AS " + query);
        write("ours", rival);
        return compare();
    }

    /** With what another left in the table {@code theirs}. */
    long agree(Rival rival) throws SQLException {
        write("ours", rival);
        return compare();
    }

    private void write(String table, Rival rival) throws SQLException {
        run(
                database,
                "CREATE OR REPLACE TABLE " + table
                        + " (day INT, customer INT, invoice INT, action INT, level INT, own INT, lead BOOL)");
        // On a connection of its own: another statement on the same one ends the stream of rows that is read.
        try (var other = database.duplicate().unwrap(DuckDBConnection.class);
                var appender = other.createAppender(table)) {
            rival.rows((day, customer, invoice, action, level, own, lead) -> {
                appender.beginRow()
                        .append(day)
                        .append(customer)
                        .append(invoice)
                        .append(action)
                        .append(level);
                appender.append(own).append(lead).endRow();
            });
        }
    }

    private long compare() throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM (FROM ours EXCEPT ALL FROM theirs)),
                               (SELECT count(*) FROM (FROM theirs EXCEPT ALL FROM ours)),
                               (SELECT count(*) FROM ours)
                        """)) {
            result.next();
            if (result.getLong(1) + result.getLong(2) > 0) {
                throw new IllegalStateException(result.getLong(1) + " rows of ours are not theirs, " + result.getLong(2)
                        + " of theirs are not ours: " + example());
            }
            return result.getLong(3);
        }
    }

    private String example() throws SQLException {
        var text = new StringBuilder();
        try (var statement = database.createStatement();
                var result = statement.executeQuery("""
                        WITH odd AS (SELECT 'ours' AS whose, * FROM (FROM ours EXCEPT ALL FROM theirs)
                                     UNION ALL SELECT 'theirs', * FROM (FROM theirs EXCEPT ALL FROM ours))
                        FROM odd WHERE customer = (SELECT min(customer) FROM odd) ORDER BY ALL
                        """)) {
            while (result.next()) {
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    text.append(result.getString(i)).append(' ');
                }
                text.append(';');
            }
        }
        return text.toString();
    }

    /** In the order of the file. */
    void read(String where, Reader reader) throws SQLException {
        var sql = "SELECT customer, country, invoice, issued, due, settled, amount FROM '" + file + "' WHERE " + where;
        try (var statement = database.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                var result = statement.query()) {
            int last = -1;
            while (result.nextChunk()) {
                var chunk = result.chunk();
                var customer = chunk.vector(0);
                var country = chunk.vector(1);
                var invoice = chunk.vector(2);
                var issued = chunk.vector(3);
                var due = chunk.vector(4);
                var settled = chunk.vector(5);
                var amount = chunk.vector(6);
                int rows = (int) chunk.rowCount();
                for (int i = 0; i < rows; i++) {
                    int whose = customer.getInt(i);
                    if (whose != last) {
                        last = whose;
                        reader.customer(whose, country.getInt(i));
                    }
                    reader.invoice(
                            invoice.getInt(i),
                            issued.getInt(i),
                            due.getInt(i),
                            settled.getInt(i, Integer.MAX_VALUE),
                            amount.getLong(i));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
