package io.dunlin.portfolio;

import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Reject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Rows that are good by themselves and wrong beside the others. */
final class Contradictions {
    private static final int INVOICES = Kind.INVOICES.ordinal();

    private final Connection database;
    private final List<Path> files;
    private final Listener listener;

    Contradictions(Connection database, List<Path> files, Listener listener) {
        this.database = database;
        this.files = files;
        this.listener = listener;
    }

    long takeOut() throws SQLException {
        long refused = refuse("id", """
                SELECT facts.rowid AS row, file, facts.line, id, 'is already on line ' || kept.line AS reason
                FROM facts JOIN (
                    SELECT kind, id, arg_min(line, file * 1000000000000 + line) AS line,
                           arg_min(rowid, file * 1000000000000 + line) AS first
                    FROM facts GROUP BY kind, id HAVING count(*) > 1) kept USING (kind, id)
                WHERE facts.rowid <> kept.first
                """);
        refused += refuse("invoice", """
                SELECT facts.rowid AS row, facts.file, facts.line, facts.invoice AS id,
                       CASE WHEN i.id IS NULL THEN 'there is no such invoice in the portfolio'
                            ELSE 'is an invoice of another customer (' || i.customer || ')' END AS reason
                FROM facts LEFT JOIN (SELECT id, customer FROM facts WHERE kind = %d) i ON facts.invoice = i.id
                WHERE facts.kind <> %d AND facts.invoice IS NOT NULL
                  AND (i.id IS NULL OR facts.customer <> i.customer)
                """.formatted(INVOICES, INVOICES));
        execute("""
                UPDATE facts SET customer = i.customer
                FROM (SELECT id, customer FROM facts WHERE kind = %d) i
                WHERE facts.customer IS NULL AND facts.invoice = i.id
                """.formatted(INVOICES));
        return refused;
    }

    /** With all that is said about these invoices elsewhere. */
    long takeOutPaidBeforeIssued() throws SQLException {
        long refused = refuse("settledOn", """
                SELECT rowid AS row, file, line, paid_on::VARCHAR AS id,
                       'is before the invoice was issued (' || issued || ')' AS reason
                FROM facts WHERE kind = %d AND paid_on < issued
                """.formatted(INVOICES));
        return refused == 0 ? 0 : refused + takeOut();
    }

    private long refuse(String column, String sql) throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE refused AS " + sql);
        long count = 0;
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT file, line, id, reason FROM refused ORDER BY file, line")) {
            while (rows.next()) {
                listener.reject(
                        files.get(rows.getInt(1)),
                        new Reject(rows.getLong(2), column, rows.getString(3), rows.getString(4)));
                count++;
            }
        }
        if (count > 0) {
            execute("DELETE FROM facts WHERE rowid IN (SELECT row FROM refused)");
        }
        return count;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
