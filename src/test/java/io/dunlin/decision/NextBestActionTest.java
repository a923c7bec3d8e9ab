package io.dunlin.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.dunlin.ledger.EmptyLedger;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer 44 days late with one invoice, on Monday 16 March 2026. */
@QuarkusTest
class NextBestActionTest extends EmptyLedger {
    private static final String ASK = "customers/C/next-best-action?asOf=2026-03-16";

    @BeforeEach
    void aCustomerWhoOwes() throws SQLException {
        execute("truncate decisions");
        put("customers/C", """
                {"id": "C", "name": "Customer C", "country": "DE", "type": "COMPANY", "email": "c@customer.example",
                 "phone": "+49 555", "collector": "Ada", "billingContactConfirmedOn": "2025-01-01"}""").statusCode(201);
        invoice("I", "C", "1000.00");
        post("bank-imports", "{\"upTo\": \"2026-03-16\"}");
    }

    @Test
    void theAnswerSaysWhatWhyAndWhenToAskAgain() {
        post(ASK, "")
                .statusCode(200)
                .body("asOf", equalTo("2026-03-16"))
                .body("strategy.name", equalTo("standard"))
                .body("strategy.version.length()", is(64))
                .body("guard.name", equalTo("guard"))
                .body("customer.action", equalTo("CALL"))
                .body("customer.channel", equalTo("PHONE"))
                .body("customer.owner", equalTo("COLLECTOR"))
                .body("customer.invoices", equalTo(java.util.List.of("I")))
                .body("customer.asks.EUR", equalTo(1000.00f))
                .body("invoices[0].id", equalTo("I"))
                .body("invoices[0].reasons.rule", hasItem("C21"))
                .body("invoices[0].reasons[0].text", containsString("44 days late, 1,000.00 EUR open"))
                .body("invoices[0].runnersUp.lostBecause", hasItem("OUTRANKED"))
                .body("invoices[0].nextEvaluation", not(equalTo(null)));
    }

    @Test
    void theSameFactsInTheBodyGetTheSameVerdictAndNothingIsStored() throws SQLException {
        var before = rows() + decisions();
        given().contentType("application/json")
                .body(facts("I"))
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(200)
                .body("customer.action", equalTo("CALL"));
        assertThat(rows() + decisions()).isEqualTo(before);
    }

    @Test
    void aRetryAndManyWorkersGetOneDecision() throws Exception {
        var before = decisions();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> ask = () -> post(ASK, "").statusCode(200).extract().path("id");
            var ids = pool.invokeAll(IntStream.range(0, 24).mapToObj(i -> ask).toList()).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            assertThat(decisions()).isEqualTo(before + 1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anInvoiceIsAnsweredForItselfWithinTheCustomersDecision() {
        invoice("J", "C", "50.00", "EUR", "2026-03-30");
        String ofCustomer = post(ASK, "").extract().path("id");
        post("invoices/J/next-best-action?asOf=2026-03-16", "")
                .statusCode(200)
                .body("id", equalTo(ofCustomer))
                .body("invoices.id", equalTo(java.util.List.of("J")))
                .body("invoices[0].action", equalTo("NO_ACTION"))
                .body("invoices[0].blockers.code", hasItem("NOT_DUE"));
    }

    @Test
    void aDecisionIsReplayedIdenticallyEvenAfterTheBookChanged() {
        String id = post(ASK, "").extract().path("id");
        post("payments", """
                {"id": "P", "customer": "C", "invoice": "I", "on": "2026-03-10", "amount": 1000.00, "currency": "EUR"}""").statusCode(201);
        post("decisions/" + id + "/replay", "")
                .statusCode(200)
                .body("differences", hasSize(0))
                .body("identical", is(true));
        get("decisions/" + id).body("customer.action", equalTo("CALL"));
        post(ASK, "")
                .body("id", not(equalTo(id)))
                .body("customer.action", equalTo("NO_ACTION"))
                .body("invoices[0].blockers.code", hasItem("PAID"));
    }

    @Test
    void aTamperedAnswerIsShownByItsReplay() throws SQLException {
        String id = post(ASK, "").extract().path("id");
        execute("update decisions set answer = replace(answer, '\"CALL\"', '\"REMINDER\"') where id = '" + id + "'");
        post("decisions/" + id + "/replay", "")
                .body("identical", is(false))
                .body("differences.pointer", hasItem("/customer/action"))
                .body("differences.find { it.pointer == '/customer/action' }.then", equalTo("REMINDER"))
                .body("differences.find { it.pointer == '/customer/action' }.now", equalTo("CALL"));
    }

    @Test
    void whyNotNamesTheConditionTheValueAndTheSmallestChange() {
        String id = post(ASK, "").extract().path("id");
        get("decisions/" + id + "/why-not?action=LAW_FIRM_LETTER")
                .statusCode(200)
                .body("chosen", is(false))
                .body("rules[0].failed.find { it.field == 'daysOverdue' }.actual", equalTo("44"))
                .body("rules[0].failed.find { it.field == 'daysOverdue' }.change", containsString("more days"));
        get("decisions/" + id + "/why-not?action=SHOUT").statusCode(400).body("errors[0].field", equalTo("action"));
        get("decisions/" + id + "/why-not?action=call")
                .statusCode(400)
                .body("errors[0].message", containsString("did you mean `CALL`?"));
        get("decisions/" + id + "/why-not").statusCode(400).body("errors[0].message", containsString("missing"));
    }

    @Test
    void linesAreAnsweredInOrderAndABadOneHurtsOnlyItself() {
        var body = facts("A").replace("\n", " ") + "\n{\"customer\": 1}\nnot json\n"
                + facts("B").replace("\n", " ");
        var lines = given().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/next-best-actions")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("\"action\":\"CALL\"").contains("\"A\"");
        assertThat(lines.get(1))
                .contains("\"line\":2")
                .contains("unreadable-fields")
                .doesNotContain("null");
        assertThat(lines.get(2)).contains("\"line\":3").contains("broken-json");
        assertThat(lines.get(3)).contains("\"action\":\"CALL\"").contains("\"B\"");
    }

    @Test
    void aLineThatIsNotUtf8IsRefusedNotGuessed() {
        var body = facts("A").replace("\n", " ").replace("Customer C", "Müller");
        given().contentType("application/x-ndjson")
                .body((body + "\n\n \r\n" + body).getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/next-best-actions")
                .then()
                .statusCode(200)
                .body(containsString("{\"line\":1,\"code\":\"broken-json\""))
                .body(containsString("{\"line\":4,\"code\":\"broken-json\""))
                .body(containsString("UTF-8"));
    }

    @Test
    void aDayOnWhichNoBusinessIsDoneIsRefused() {
        for (var day : new String[] {"9999-12-31", "0001-01-01"}) {
            given().contentType("application/json")
                    .body(facts("I")
                            .replace(
                                    "\"asOf\": \"2026-03-16\"",
                                    "\"asOf\": \"" + day + "\", \"bankDataUpTo\": \"" + day + "\""))
                    .post("/api/v1/next-best-action")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/asOf"))
                    .body("errors.pointer", hasItem("/bankDataUpTo"));
        }
    }

    @Test
    void factsThatCannotBeTrueAreRefusedWholeNamingEachField() {
        var body = facts("I").replace("1000.00", "-5").replace("\"EUR\"", "\"EUX\"");
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/invoices/0/amount"))
                .body("errors.pointer", hasItem("/invoices/0/currency"));
    }

    @Test
    void aMissingDueDateIsAskedOfAPersonNotGuessed() {
        given().contentType("application/json")
                .body(facts("I").replace("\"due\": \"2026-01-31\", ", ""))
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(200)
                .body("invoices[0].action", equalTo("NEEDS_HUMAN"))
                .body("invoices[0].blockers.code", hasItem("NO_DUE_DATE"));
    }

    @Test
    void aMistypedDayIsRefusedInsteadOfDecidingForToday() {
        post(ASK.replace("asOf=", "as-of="), "")
                .statusCode(400)
                .body("errors[0].field", equalTo("as-of"))
                .body("errors[0].message", containsString("did you mean `asOf`?"));
    }

    @Test
    void aStepConfirmedWithoutALevelIsTheFirst() {
        post("contacts", """
                {"id": "K", "customer": "C", "on": "2026-02-10", "channel": "EMAIL",
                 "steps": [{"invoice": "I", "action": "REMINDER"}]}""").statusCode(201).body("steps[0].level", is(1));
    }

    @Test
    void nobodyIsCalledOnGoodFriday() {
        given().contentType("application/json")
                .body(facts("I").replace("2026-03-16", "2026-04-03"))
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(200)
                .body("customer.action", equalTo("NO_ACTION"))
                .body("customer.blockers.code", hasItem("NON_WORKING_DAY"));
    }

    @Test
    void anUnknownStrategyCustomerOrDecisionIsNamed() {
        post(ASK + "&strategy=kind", "")
                .statusCode(422)
                .body("errors[0].field", equalTo("strategy"))
                .body("errors[0].message", containsString("there are relationship, small-business, standard."));
        post(ASK + "&strategy=standart", "").statusCode(422).body("detail", containsString("did you mean `standard`?"));
        post("customers/nobody/next-best-action", "").statusCode(404).body("detail", containsString("nobody"));
        get("decisions/none").statusCode(404).body("errors", equalTo(null));
    }

    @Test
    void strategiesSayWhatIsLive() {
        get("strategies").statusCode(200).body("name", hasItem("standard")).body("refused.flatten()", hasSize(0));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long decisions() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from decisions")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String facts(String invoice) {
        return """
                {"asOf": "2026-03-16",
                 "customer": {"id": "C", "name": "Customer C", "country": "DE", "type": "COMPANY",
                              "email": "c@customer.example", "phone": "+49 555", "collector": "Ada",
                              "billingContactConfirmedOn": "2025-01-01"},
                 "invoices": [{"id": "%s", "customer": "C", "issued": "2026-01-02", "due": "2026-01-31", "amount": 1000.00,
                               "currency": "EUR"}]}""".formatted(invoice);
    }
}
