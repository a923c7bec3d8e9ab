package io.dunlin.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dunlin.strategy.ADatabaseOfItsOwn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forty customers, each ten days late, and a new version of the strategy that is agreed for them. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class TheBookBeforeAVersionGoesLiveTest {
    private static final String AT = "/api/v1/strategies/budgeted";

    @BeforeEach
    void fortyCustomers() {
        if (given().get(AT).statusCode() == 200) {
            return;
        }
        send("POST", "/api/v1/bank-imports", null, Map.of("upTo", "2026-06-30"));
        send("POST", "/api/v1/strategies", null, by("ada", "name", "budgeted", "files", files(5, "CALL", "5")));
        activate(freeze(), by("ada")).then().statusCode(200);
        IntStream.range(0, 40).forEach(i -> {
            var id = "B" + i;
            send(
                    "PUT",
                    "/api/v1/customers/" + id,
                    null,
                    Map.of(
                            "id",
                            id,
                            "country",
                            "DE",
                            "type",
                            "COMPANY",
                            "strategy",
                            "budgeted",
                            "phone",
                            "+49 30 1",
                            "email",
                            "b@b.example",
                            "address",
                            "Weg 1"));
            // One of forty is a little less late than the others.
            send(
                    "PUT",
                    "/api/v1/invoices/" + id,
                    null,
                    Map.of(
                            "id",
                            id,
                            "customer",
                            id,
                            "issued",
                            "2026-05-01",
                            "due",
                            i == 0 ? "2026-06-22" : "2026-06-20",
                            "amount",
                            500,
                            "currency",
                            "EUR"));
        });
    }

    @Test
    void whatChangesFewIsWithinTheBudgetAndIsTold() {
        trial(9, "CALL", "5")
                .then()
                .body("report.passed", equalTo(true))
                .body("report.checks.find { it.check == 'book' }.figures.customers", equalTo(40))
                .body("report.checks.find { it.check == 'book' }.figures.changedCustomers", equalTo(1))
                .body("report.checks.find { it.check == 'book' }.figures.changedPercent", equalTo(2.5f))
                .body("report.checks.find { it.check == 'book' }.figures.decidedAgain", equalTo(40))
                .body("report.checks.find { it.check == 'book' }.figures.brokenInvariants", equalTo(0))
                .body("report.checks.find { it.check == 'book' }.figures.examples[0].customer", equalTo("B0"))
                .body("report.checks.find { it.check == 'book' }.figures.examples[0].today", equalTo("CALL"))
                .body("report.checks.find { it.check == 'book' }.figures.examples[0].then", equalTo("NO_ACTION"));
    }

    @Test
    void whatChangesMoreIsRefusedUntilASecondPersonAllowsIt() {
        edit(files(15, "CALL", "5"));
        var version = freeze();
        activate(version, by("ada"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("book"))
                .body("errors[0].message", containsString("40 of 40 customers (100.00 %)"));
        var approval = by("dora", "budget", Map.of("changedCustomers", 50, "newSevereActions", 0));
        send("POST", AT + "/versions/" + version + "/approvals", null, approval)
                .then()
                .statusCode(200);
        activate(version, by("ada")).then().statusCode(422);
        approval.put("budget", Map.of("changedCustomers", 100, "newSevereActions", 0));
        send("POST", AT + "/versions/" + version + "/approvals", null, approval)
                .then()
                .statusCode(200);
        activate(version, by("ada")).then().statusCode(200);
        send("POST", AT + "/rollback", "*", by("ada")).then().statusCode(200);
    }

    @Test
    void itsOwnWordDoesNotWidenTheBudgetOfTheVersionThatSaysSo() {
        trial(15, "CALL", "100").then().body("report.passed", equalTo(false));
    }

    @Test
    void whatIsNewlySevereIsCounted() {
        trial(5, "CREDIT_HOLD", "100")
                .then()
                .body("report.checks.find { it.check == 'book' }.figures.newSevereActions", equalTo(40))
                .body(
                        "report.checks.find { it.check == 'book' }.objections",
                        hasItem(containsString("40 severe actions")));
    }

    @Test
    void aShareChangesOnlyWhatItsArmGets() {
        edit(files(15, "CALL", "5"));
        var share = by("ada", "version", freeze(), "percent", 1);
        var answer = send("PUT", AT + "/challenger", "*", share);
        int changed = answer.statusCode() == 200
                ? answer.path("report.checks.find { it.check == 'book' }.figures.changedCustomers")
                : 40;
        assertThat(changed).isLessThan(5);
        send("PUT", AT + "/challenger", "*", by("ada", "percent", 0)).then().statusCode(200);
    }

    // ---- the service, in sentences

    private static Response trial(int after, String step, String percent) {
        edit(files(after, step, percent));
        return send("POST", AT + "/versions/" + freeze() + "/activate?trial=true", "*", by("ada"));
    }

    private static void edit(Map<String, String> files) {
        send("PUT", AT + "/draft", "*", by("ada", "files", files)).then().statusCode(200);
    }

    private static String freeze() {
        return send("POST", AT + "/versions", "*", by("ada")).path("version");
    }

    private static Response activate(String version, Map<String, Object> body) {
        return send("POST", AT + "/versions/" + version + "/activate", "*", body);
    }

    private static Map<String, Object> by(String who, Object... more) {
        var body = new HashMap<String, Object>(Map.of("by", who, "why", "to try the checks"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static Response send(String method, String path, String ifMatch, Object body) {
        var request = given().contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).request(method, path);
    }

    private static Map<String, String> files(int after, String step, String percent) {
        return Map.of("strategy.yaml", """
                name: budgeted
                purpose: does one thing
                currency: EUR
                ladder: [CALL, CREDIT_HOLD]
                budget: { changedCustomers: %s, newSevereActions: 0 }
                parameters:
                  after: { value: %d, unit: days, meaning: "days past due" }
                """.formatted(percent, after), "10.drl", """
                package strategy;

                import io.dunlin.vocabulary.*;

                rule "A1 The one thing"
                    @owner( collections )
                when
                    $i : Invoice( collectable > 0, daysOverdue > after )
                then
                    propose( $i, %s, "{daysOverdue} days late" );
                end
                """.formatted(step));
    }
}
