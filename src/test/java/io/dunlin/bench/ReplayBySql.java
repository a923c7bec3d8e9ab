package io.dunlin.bench;

import static io.dunlin.bench.ReplayOfPrecedents.FROM;
import static io.dunlin.bench.ReplayOfPrecedents.TO;

import io.dunlin.engine.WorkingDays;
import io.dunlin.vocabulary.Action;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The small-business strategy with its guard as a loop over days in DuckDB: decide, write down, bring the state up to date. */
final class ReplayBySql {
    private static final String[] BEGIN = {"""
        CREATE OR REPLACE TABLE state AS
        SELECT customer, country, invoice, issued, due, coalesce(settled, 2147483647) AS settled, amount,
               false AS pre_due, false AS called, 0 AS reminded, false AS planned, false AS charged, false AS stopped,
               false AS written_off, false AS asked, -99999 AS called_on, -99999 AS last_on, -99999 AS reacts_until
        FROM '{file}' WHERE {matters}
        """, """
        CREATE OR REPLACE TABLE customers AS
        SELECT DISTINCT customer, false AS credit_hold, []::INTEGER[] AS contacts FROM state
        """, """
        CREATE OR REPLACE TABLE theirs (day INT, customer INT, invoice INT, action INT, level INT, own INT, lead BOOL)
        """};

    /** Contacts carry their rank in thousands; what is below is work inside the house. */
    private static final String DECIDE = """
            CREATE OR REPLACE TEMP TABLE today AS
            WITH open AS (
              SELECT s.*, {day} - due AS overdue, credit_hold, gap,
                     count(*) FILTER (due < {day}) OVER (PARTITION BY s.customer) AS overdue_invoices,
                     coalesce({day} < contacts[1] + 3, false) OR coalesce(contacts[2] > {day} - 7, false)
                       OR coalesce(contacts[8] > {day} - 30, false) AS quiet,
                     reacts_until >= {day} AS reacting
              FROM state s JOIN customers USING (customer) JOIN calendar c ON c.country = s.country AND c.day = {day}
              WHERE working AND issued <= {day} AND settled > {day}),
            judged AS (
              SELECT *, NOT reacting AND overdue >= 90 AND amount >= 20000 AND charged AND credit_hold AND NOT quiet
                     AND NOT asked AS asking
              FROM open),
            stepped AS (
              SELECT *, CASE
                WHEN reacting THEN 0
                WHEN overdue <= 0 THEN CASE WHEN amount >= 15000 AND -overdue - gap BETWEEN 1 AND 7
                    AND overdue_invoices = 0 AND NOT quiet AND NOT pre_due THEN 1000 + {preDue} ELSE 0 END
                WHEN amount < 20000 AND overdue >= 120 AND NOT written_off THEN {writeOff}
                WHEN amount >= 15000 AND overdue >= 75 AND charged AND NOT credit_hold AND NOT stopped THEN {hold}
                WHEN quiet OR written_off THEN CASE WHEN asking THEN {confirm} ELSE 0 END
                WHEN amount >= 15000 AND overdue >= 60 AND reminded >= 3 AND NOT charged THEN 6000 + {charge}
                WHEN amount >= 2000 AND overdue >= 45 AND reminded < 3 AND (called OR reminded >= 1) THEN 5000 + {reminder} + 2
                WHEN amount >= 2000 AND amount < 15000 AND overdue >= 7 AND reminded = 0 THEN 4000 + {reminder}
                WHEN amount >= 100000 AND overdue >= 30 AND called AND NOT planned THEN 3000 + {plan}
                WHEN amount >= 15000 AND overdue >= 7 AND {day} >= called_on + 4 AND NOT called THEN 1500 + {call}
                WHEN amount >= 15000 AND overdue >= 14 AND {day} >= called_on + 4 AND called AND {day} - last_on >= 7
                  THEN 2000 + {call} + 1
                WHEN asking THEN {confirm}
                ELSE 0 END AS step
              FROM judged),
            coded AS (SELECT *, step > 1000 AS contact, CASE WHEN step BETWEEN 1500 AND 1999 THEN step - 1500
                             ELSE step % 1000 END AS own FROM stepped),
            led AS (
              SELECT *, first_value(contact) OVER w AS any_contact, first_value(own) OVER w AS lead_own,
                     first_value(invoice) OVER w AS lead_invoice
              FROM coded WINDOW w AS (PARTITION BY customer
                                      ORDER BY CASE WHEN contact THEN step ELSE 0 END DESC, due, invoice))
            SELECT {day} AS day, customer, invoice, lead_own // 10 AS action, lead_own % 10 AS level,
                   CASE WHEN contact THEN own ELSE 0 END AS own, invoice = lead_invoice AS lead, true AS contact
            FROM led WHERE any_contact AND (invoice = lead_invoice
              OR NOT reacting AND NOT written_off AND step <> {writeOff} AND (own // 10 = lead_own // 10 OR overdue > 0))
            UNION ALL
            SELECT {day}, customer, invoice, own // 10, own % 10, own, true, false FROM led WHERE step BETWEEN 1 AND 1000
            UNION ALL
            SELECT {day}, customer, invoice, {confirm} // 10, {confirm} % 10, {confirm}, true, false FROM led
            WHERE contact AND invoice <> lead_invoice AND asking
            """;

    private static final String[] CARRY_OUT = {
        "INSERT INTO theirs SELECT day, customer, invoice, action, level, own, lead FROM today",
        """
        UPDATE state SET
          pre_due = pre_due OR t.own = {preDue}, called = called OR t.own // 10 = {call} // 10,
          reminded = CASE WHEN t.own // 10 = {reminder} // 10 THEN t.own % 10 ELSE reminded END,
          planned = planned OR t.own = {plan}, charged = charged OR t.own = {charge}, stopped = stopped OR t.own = {hold},
          written_off = written_off OR t.own = {writeOff},
          called_on = CASE WHEN t.own // 10 = {call} // 10 THEN {day} ELSE called_on END,
          last_on = {day},
          reacts_until = greatest(reacts_until, {day} - 1 + CASE t.own // 10 WHEN {preDue} // 10 THEN 0 WHEN {call} // 10 THEN 4
              WHEN {plan} // 10 THEN 10 WHEN {hold} // 10 THEN 5 WHEN {writeOff} // 10 THEN 30 ELSE 7 END)
        FROM today t WHERE state.invoice = t.invoice AND t.own > 0 AND t.own <> {confirm}
        """,
        "UPDATE state SET asked = true FROM today t WHERE state.invoice = t.invoice AND t.own = {confirm}",
        """
        UPDATE customers SET contacts = list_prepend({day}, contacts[1:7])
        WHERE customer IN (SELECT customer FROM today WHERE contact)
        """,
        "UPDATE customers SET credit_hold = true WHERE customer IN (SELECT customer FROM today WHERE own = {hold})"
    };

    private final PlainInvoices invoices;
    private final Map<String, String> names = new HashMap<>();

    ReplayBySql(PlainInvoices invoices) throws SQLException {
        this.invoices = invoices;
        names.put("file", invoices.file().toString());
        names.put("matters", ReplayOfPrecedents.MATTERS);
        Map.of(
                        "preDue", Action.PRE_DUE_CONTACT,
                        "call", Action.CALL,
                        "reminder", Action.REMINDER,
                        "plan", Action.OFFER_PAYMENT_PLAN,
                        "charge", Action.LATE_CHARGE,
                        "hold", Action.CREDIT_HOLD,
                        "writeOff", Action.WRITE_OFF,
                        "confirm", Action.CONFIRM_BILLING_CONTACT)
                .forEach((name, action) -> names.put(name, Integer.toString(action.ordinal() * 10 + 1)));
        run("CREATE OR REPLACE TABLE calendar (country INT, day INT, working BOOL, gap INT)");
        for (int c = 0; c < PlainInvoices.COUNTRIES.size(); c++) {
            var country = PlainInvoices.COUNTRIES.get(c);
            for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
                long gap = WorkingDays.lastBeforeNext(country, day).toEpochDay() - day.toEpochDay();
                run("INSERT INTO calendar VALUES (%d, %d, %b, %d)"
                        .formatted(c, day.toEpochDay(), WorkingDays.isWorking(country, day), gap));
            }
        }
    }

    /** Leaves its rows in the table {@code theirs}. */
    long play() throws SQLException {
        for (var sql : BEGIN) {
            run(sql);
        }
        for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
            names.put("day", Long.toString(day.toEpochDay()));
            run(DECIDE);
            for (var sql : CARRY_OUT) {
                run(sql);
            }
        }
        return 0;
    }

    private void run(String sql) throws SQLException {
        var filled = sql;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        PlainInvoices.run(invoices.database, filled);
    }
}
