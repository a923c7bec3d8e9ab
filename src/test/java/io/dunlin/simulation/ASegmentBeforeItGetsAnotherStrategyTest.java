package io.dunlin.simulation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.dunlin.strategy.ADatabaseOfItsOwn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty customers of a segment and one outside it; moving them to a harder strategy is as much as a new version is. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class ASegmentBeforeItGetsAnotherStrategyTest {
    private static final String AT = "/api/v1/segments/";

    @Test
    void itsCustomersAreLookedAtAndSomebodyElseHasToAgree() {
        live("calls", "CALL");
        live("sues", "CREDIT_HOLD");
        twentyOf("trade");
        put("trade", "\"0\"", "?trial=true", by("ada", "strategy", "calls"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("since", nullValue());
        given().get(AT + "trade").then().body("strategy", nullValue());
        allowed("trade", "calls", 100, 0);
        put("trade", "\"0\"", "", by("ada", "strategy", "calls")).then().statusCode(200);
        // From calls to what is severe: everybody changes, twenty get something severe, and the rule was never theirs.
        var refused = put("trade", "\"1\"", "", by("ada", "strategy", "sues"));
        refused.then()
                .statusCode(422)
                .body("code", equalTo("refused-strategy"))
                .body("detail", containsString("The segment keeps its strategy: second-person, book"))
                .body("errors.field", containsInAnyOrder("second-person", "book", "book"))
                .body("errors.message", hasItem(containsString("…/segments/trade/approvals")))
                .body("errors.message", hasItem(containsString("20 of 20 customers (100.00 %)")))
                .body("errors.message", hasItem(containsString("20 severe actions would be new")));
        given().get(AT + "trade").then().body("strategy", equalTo("calls"));
        theWordOfWhoeverAsksOrOfLessThanItTakesIsNotEnough();
        allowed("trade", "sues", 100, 20);
        put("trade", "\"1\"", "", by("ada", "strategy", "sues"))
                .then()
                .statusCode(200)
                .body("report.checks.check", contains("second-person", "book"))
                .body("report.checks[1].figures.customers", equalTo(20))
                .body("since.by", equalTo("ada"));
        aWordCountsForOneMove();
    }

    private void theWordOfWhoeverAsksOrOfLessThanItTakesIsNotEnough() {
        agree("trade", "ada", "sues", 100, 20);
        put("trade", "\"1\"", "", by("Ada ", "strategy", "sues"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("second-person"));
        agree("trade", "dora", "sues", 100, 19);
        put("trade", "\"1\"", "", by("ada", "strategy", "sues"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("book"));
    }

    private void aWordCountsForOneMove() {
        allowed("trade", null, 100, 0);
        put("trade", "\"2\"", "", by("ada", "strategy", null))
                .then()
                .statusCode(200)
                .body("report.checks[1].figures.customers", equalTo(20));
        put("trade", "\"3\"", "", by("ada", "strategy", "sues"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("second-person"));
    }

    private static void twentyOf(String segment) {
        send("POST", "/api/v1/bank-imports", null, Map.of("upTo", "2026-06-30"));
        IntStream.range(0, 20).forEach(i -> customer("SG" + i, segment, null));
        customer("SG-other", "other", null);
        customer("SG-own", segment, "calls");
    }

    private static void customer(String id, String segment, String strategy) {
        var body =
                new HashMap<String, Object>(Map.of("id", id, "country", "DE", "type", "COMPANY", "phone", "+49 30 1"));
        body.put("segment", segment);
        body.put("strategy", strategy);
        send("PUT", "/api/v1/customers/" + id, null, body).then().statusCode(201);
        var invoice = new HashMap<String, Object>(Map.of("id", id, "customer", id, "amount", 500, "currency", "EUR"));
        invoice.putAll(Map.of("issued", "2026-05-01", "due", "2026-06-20"));
        send("PUT", "/api/v1/invoices/" + id, null, invoice).then().statusCode(201);
    }

    private static void allowed(String segment, String strategy, int percent, int severe) {
        agree(segment, "dora", strategy, percent, severe);
    }

    private static void agree(String segment, String who, String strategy, int percent, int severe) {
        var body = by(who, "strategy", strategy);
        body.put("budget", Map.of("changedCustomers", percent, "newSevereActions", severe));
        send("POST", AT + segment + "/approvals", null, body).then().statusCode(200);
    }

    private static Response put(String segment, String ifMatch, String query, Map<String, Object> body) {
        body.put("asOf", "2026-06-30");
        return send("PUT", AT + segment + query, ifMatch, body);
    }

    private static Map<String, Object> by(String who, String key, Object value) {
        var body = new HashMap<String, Object>(Map.of("by", who, "why", "to try the checks"));
        body.put(key, value);
        return body;
    }

    private static Response send(String method, String path, String ifMatch, Object body) {
        var request = given().contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).request(method, path);
    }

    private static void live(String name, String step) {
        var at = "/api/v1/strategies/" + name;
        var created = by("ada", "name", name);
        created.put("files", Map.of("strategy.yaml", """
                name: %s
                purpose: does one thing
                currency: EUR
                ladder: [CALL, CREDIT_HOLD]
                """.formatted(name), "10.drl", """
                package strategy;

                import io.dunlin.vocabulary.*;

                rule "A1 The one thing"
                    @owner( collections )
                when
                    $i : Invoice( collectable > 0, daysOverdue > 5 )
                then
                    propose( $i, %s, "{daysOverdue} days late" );
                end
                """.formatted(step)));
        send("POST", "/api/v1/strategies", null, created).then().statusCode(201);
        String version = send("POST", at + "/versions", "*", by("ada", "why", "to begin with"))
                .path("version");
        send("POST", at + "/versions/" + version + "/approvals", null, by("dora", "budget", null));
        send("POST", at + "/versions/" + version + "/activate", "*", by("ada", "asOf", "2026-06-30"))
                .then()
                .statusCode(200);
    }
}
