package io.dunlin.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Each test begins with an empty book; the tables stay. */
@QuarkusTestResource(TestDatabase.class)
public abstract class EmptyLedger {
    private static final String TABLES = "contact_steps, contacts, plan_instalments, plan_invoices, plans, holds, "
            + "overrides, promises, deductions, disputes, credits, payments, invoices, customers, rates, bank_imports, "
            + "import_rejects, imports";

    @Inject
    protected DataSource database;

    @BeforeEach
    void emptyTheBook() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate " + TABLES + " cascade");
        }
    }

    /** Rows of all tables together: what "nothing was stored" is measured by. */
    protected long rows() throws SQLException {
        long rows = 0;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES.split(", ")) {
                try (var count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    protected static ValidatableResponse put(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/v1/" + path)
                .then();
    }

    protected static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    protected static ValidatableResponse get(String path) {
        return given().get("/api/v1/" + path).then();
    }

    protected static void customer(String id) {
        put("customers/" + id, "{\"id\": \"%s\", \"name\": \"Customer %s\", \"country\": \"DE\"}".formatted(id, id))
                .statusCode(201);
    }

    /** Issued on 2 January 2026, due on the last day of that month. */
    protected static void invoice(String id, String customer, String amount) {
        invoice(id, customer, amount, "EUR", "2026-01-31");
    }

    protected static void invoice(String id, String customer, String amount, String currency, String due) {
        put("invoices/" + id, """
                {"id": "%s", "customer": "%s", "issued": "2026-01-02", "due": "%s", "amount": %s, "currency": "%s"}
                """.formatted(id, customer, due, amount, currency))
                .statusCode(201);
    }

    /** Refused, naming the place, and nothing of it stored. */
    protected void refused(ValidatableResponse answer, int status, String pointer, String words, long rowsBefore)
            throws SQLException {
        var problem = answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getList("errors.pointer")).contains(pointer);
        assertThat(problem.getString("errors.find { it.pointer == '" + pointer + "' }.message"))
                .contains(words);
        assertThat(rows()).isEqualTo(rowsBefore);
    }
}
