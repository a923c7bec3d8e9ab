package io.dunlin.bench;

import static io.dunlin.vocabulary.Action.ASSIGN_COLLECTOR;
import static io.dunlin.vocabulary.Action.CALL;
import static io.dunlin.vocabulary.Action.CONFIRM_BILLING_CONTACT;
import static io.dunlin.vocabulary.Action.CREDIT_REVIEW;
import static io.dunlin.vocabulary.Action.OFFER_EARLY_PAYMENT_REWARD;
import static io.dunlin.vocabulary.Action.PRE_DUE_CONTACT;
import static io.dunlin.vocabulary.Action.REMINDER;
import static io.dunlin.vocabulary.Action.WRITE_OFF;

import io.dunlin.vocabulary.Action;
import java.sql.SQLException;

/**
 * The standard strategy on a book in which nothing was done yet, as one query: what rules ask about customers is grouped,
 * the rules are one CASE, the one contact per customer is a window. On a day that no free day follows in any country.
 */
final class DayOfSql {
    private static final String QUERY = """
            WITH lines AS (
              SELECT customer, invoice, due, amount, %1$d - due AS overdue, settled IS NULL OR settled > %1$d AS open,
                     settled >= %2$d AS counts, greatest(0, settled - due) AS late_by
              FROM '%3$s' WHERE %4$s),
            grouped AS (
              SELECT customer, sum(amount) FILTER (open) AS exposure,
                     coalesce(sum(amount) FILTER (open AND overdue > 0), 0) AS overdue_total,
                     count(*) FILTER (open AND overdue > 0) AS overdue_invoices,
                     count(*) FILTER (NOT open AND counts) AS settled,
                     count(*) FILTER (NOT open AND counts AND late_by > 0) AS late,
                     sum(late_by) FILTER (NOT open AND counts) AS days_late
              FROM lines GROUP BY customer HAVING count(*) FILTER (open) > 0),
            customers AS (
              SELECT customer, exposure, overdue_total, overdue_invoices, settled,
                     settled >= 5 AND (100 * late // settled >= 50 OR days_late // settled >= 10) AS habitual,
                     CASE WHEN overdue_total >= 5000000 THEN 'A' WHEN overdue_total >= 500000 THEN 'B' ELSE 'C' END AS size
              FROM grouped),
            proposed AS (
              SELECT lines.customer, invoice, overdue,
                CASE WHEN amount <= 500 AND overdue > 30 OR amount < 2500 AND overdue > 180 THEN %5$d
                     WHEN amount >= 10000 AND (overdue > 14 OR overdue > 4 AND size = 'A') THEN 4000 + %6$d
                     WHEN amount >= 2500 AND overdue >= CASE WHEN size = 'C' THEN 3 ELSE 5 END THEN 3000 + %7$d
                     WHEN overdue_invoices = 0 AND -overdue BETWEEN 1 AND 7
                          AND (amount >= 1000000 OR amount >= 50000 AND habitual) THEN 2000 + %8$d
                     WHEN overdue_invoices = 0 AND -overdue BETWEEN 8 AND 21 AND amount >= 1000000
                          AND NOT habitual AND settled >= 3 THEN 1000 + %9$d
                     ELSE 0 END AS step
              FROM lines JOIN customers USING (customer) WHERE open),
            led AS (
              SELECT *, first_value(step) OVER first AS lead_step, first_value(invoice) OVER first AS lead_invoice
              FROM proposed
              WINDOW first AS (PARTITION BY customer
                               ORDER BY CASE WHEN step > 1000 THEN step ELSE 0 END DESC, overdue DESC, invoice)),
            result AS (
              SELECT customer, invoice, lead_step %% 1000 // 10 AS action, lead_step %% 10 AS level,
                     CASE WHEN step > 1000 THEN step %% 1000 ELSE 0 END AS own, invoice = lead_invoice AS lead
              FROM led WHERE lead_step > 1000 AND step NOT BETWEEN 1 AND 1000 AND (step = lead_step OR overdue > 0)
              UNION ALL SELECT customer, invoice, step // 10, step %% 10, step, true FROM led WHERE step BETWEEN 1 AND 1000
              UNION ALL SELECT customer, 0, %10$d // 10, 1, %10$d, true FROM customers WHERE overdue_invoices >= 1
              UNION ALL SELECT customer, 0, %11$d // 10, 1, %11$d, true FROM customers WHERE exposure >= 100000
              UNION ALL SELECT customer, 0, %12$d // 10, 1, %12$d, true FROM customers
                        WHERE habitual AND overdue_total >= 250000)
            """;

    private final PlainInvoices invoices;
    private final String query;

    DayOfSql(PlainInvoices invoices) {
        this.invoices = invoices;
        this.query = QUERY.formatted(
                DayOfPrecedents.AS_OF.toEpochDay(),
                DayOfPrecedents.AS_OF.minusYears(1).toEpochDay(),
                invoices.file(),
                DayOfPrecedents.MATTERS,
                code(WRITE_OFF),
                code(CALL),
                code(REMINDER),
                code(PRE_DUE_CONTACT),
                code(OFFER_EARLY_PAYMENT_REWARD),
                code(ASSIGN_COLLECTOR),
                code(CONFIRM_BILLING_CONTACT),
                code(CREDIT_REVIEW));
    }

    private static int code(Action action) {
        return action.ordinal() * 10 + 1;
    }

    String rows() {
        return query + "SELECT " + DayOfPrecedents.DAY
                + " AS day, customer, invoice, action, level, own, lead FROM result";
    }

    long sum() throws SQLException {
        var sql = query + """
                SELECT sum(customer::BIGINT * 31 + invoice::BIGINT * 7 + action * 5 + level * 3 + own + lead::INTEGER)::BIGINT
                FROM result
                """;
        try (var statement = invoices.database.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
