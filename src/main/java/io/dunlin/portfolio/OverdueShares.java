package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which overdue total a customer is one of the few who owe half of everything (A), or four fifths (B). Totals are
 * compared in the currency most customers owe; a currency without a rate to it stays out, its customers unrated.
 */
final class OverdueShares {
    private final Connection database;
    private final LocalDate asOf;
    private final Rates rates;

    OverdueShares(Connection database, LocalDate asOf, Rates rates) {
        this.database = database;
        this.asOf = asOf;
        this.rates = rates;
    }

    SizeClasses classes() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE overdue AS " + overdue());
        }
        var currencies = currencies();
        if (currencies.isEmpty()) {
            return null;
        }
        var base = base(currencies);
        return cutoffs(base, factors(base, currencies.keySet()));
    }

    /** What most customers owe in; of equals the first by name. */
    static String base(SortedMap<String, Long> customersByCurrency) {
        return customersByCurrency.entrySet().stream()
                .max((a, b) -> Long.compare(a.getValue(), b.getValue()))
                .orElseThrow()
                .getKey();
    }

    /** Null without a rate. */
    static BigDecimal factor(Rates rates, String currency, String base) {
        return rates.converts(currency, base)
                ? rates.convert(BigDecimal.ONE, currency, base).setScale(8, RoundingMode.HALF_EVEN)
                : null;
    }

    private String overdue() {
        return """
                SELECT customer, currency, sum(balance) AS balance
                FROM (SELECT i.customer, i.currency,
                             i.amount - coalesce(CASE WHEN i.paid_on <= DATE '%1$s' THEN i.paid END, 0)
                                      - coalesce(p.paid, 0) AS balance
                      FROM (SELECT * FROM facts WHERE kind = %2$d) i
                      LEFT JOIN (SELECT invoice, sum(amount) AS paid FROM facts
                                 WHERE kind IN (%3$d, %4$d) AND invoice IS NOT NULL AND day <= DATE '%1$s'
                                   AND (ended IS NULL OR ended > DATE '%1$s')
                                 GROUP BY invoice) p ON i.id = p.invoice
                      WHERE i.day < DATE '%1$s' AND (i.ended IS NULL OR i.ended > DATE '%1$s'))
                WHERE balance > 0
                GROUP BY customer, currency
                """.formatted(asOf, Kind.INVOICES.ordinal(), Kind.PAYMENTS.ordinal(), Kind.CREDITS.ordinal());
    }

    private TreeMap<String, Long> currencies() throws SQLException {
        var customers = new TreeMap<String, Long>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT currency, count(*) FROM overdue GROUP BY currency")) {
            while (rows.next()) {
                customers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return customers;
    }

    private String factors(String base, Iterable<String> currencies) {
        var cases = new StringBuilder("CASE currency");
        for (var currency : currencies) {
            var factor = factor(rates, currency, base);
            if (factor != null) {
                cases.append(" WHEN '").append(currency).append("' THEN ").append(factor.toPlainString());
            }
        }
        return cases.append(" END").toString();
    }

    /** In whole cents, rounded down, so that the customer on the border is inside. */
    private SizeClasses cutoffs(String base, String factor) throws SQLException {
        var sql = """
                WITH totals AS (
                    SELECT customer, sum(floor(balance * (%s)::DECIMAL(18, 8) * 100)::HUGEINT)::HUGEINT AS total
                    FROM overdue GROUP BY customer),
                shares AS (
                    SELECT total, sum(total) OVER () AS everything,
                           sum(total) OVER (ORDER BY total DESC, customer ROWS UNBOUNDED PRECEDING) - total AS before
                    FROM totals WHERE total IS NOT NULL)
                SELECT min(total) FILTER (before * 10 < everything * 5), min(total) FILTER (before * 10 < everything * 8)
                FROM shares
                """.formatted(factor);
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return new SizeClasses(base, amount(rows.getString(1)), amount(rows.getString(2)));
        }
    }

    private static BigDecimal amount(String cents) {
        return new BigDecimal(cents).movePointLeft(2);
    }
}
