package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Two drafts go live by turns, each time through every check, while customers are decided all the time. Asked by a client that
 * makes no classes, so that all that are counted are the service's own.
 */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class ActivatedUnderLoadTest {
    private static final int TIMES = 200;
    private static final int CUSTOMERS = 20;
    private static final String DRAFT = "turns";
    private static final LocalDate DAY = ADatabaseOfItsOwn.TODAY;

    @TestHTTPResource("/api/v1/")
    URI service;

    private Asker asker;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong decided = new AtomicLong();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noDecisionFailsAndNoneIsMixed() throws Exception {
        asker = new Asker(service);
        create(DRAFT, saying("odd"));
        var versions = new String[] {freeze(DRAFT, "ada"), null};
        edit(DRAFT, "ada", saying("even")).then().statusCode(200);
        versions[1] = freeze(DRAFT, "ada");
        // One customer's answer must be there before somebody asks.
        alternate(versions, 0, 1);
        customers();
        var load = Executors.newFixedThreadPool(2);
        load.submit(this::decideUntilStopped);
        load.submit(this::decideUntilStopped);
        try {
            alternate(versions, 1, TIMES / 2);
            var before = decided.get();
            var left = Left.behind();
            alternate(versions, TIMES / 2, TIMES / 2 + TIMES);
            assertThat(failures).isEmpty();
            assertThat(decided.get() - before).as("decisions meanwhile").isGreaterThan(TIMES);
            left.assertFlat();
        } finally {
            stop.set(true);
            load.shutdown();
            assertThat(load.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    /** What it calls itself stands in each of its reasons too, so that a decision made half by another would show. */
    private static Map<String, String> saying(String word) {
        var files = callingAfter(DRAFT, 5);
        var rules = files.get("10-calls.drl").replace("days late", "days late, " + word);
        var manifest = files.get("strategy.yaml").replace("nothing else", "nothing else, " + word);
        return with(with(files, "10-calls.drl", rules), "strategy.yaml", manifest);
    }

    private void alternate(String[] versions, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            var version = versions[i % 2];
            var tag = asker.get("strategies/" + DRAFT)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            var answer = asker.post("strategies/" + DRAFT + "/versions/" + version + "/activate", tag, by("ada"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var told = Asker.tree(answer);
            assertThat(told.at("/strategy/live").asText()).isEqualTo(version);
            assertThat(told.at("/report/checks")).hasSize(5);
        }
    }

    private void decideUntilStopped() {
        try {
            while (!stop.get()) {
                decideOnce();
                decided.incrementAndGet();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private void decideOnce() throws Exception {
        var customer = "turns-" + decided.get() % CUSTOMERS;
        var answer = asker.post("customers/" + customer + "/next-best-action?asOf=" + DAY, null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = Asker.tree(answer);
        assertThat(told.at("/customer/action").asText()).isEqualTo("CALL");
        var version = told.at("/strategy/version").asText();
        var frozen = Asker.tree(asker.get("strategies/" + DRAFT + "/versions/" + version));
        var word = frozen.at("/files/strategy.yaml").asText().contains("nothing else, odd") ? "odd" : "even";
        assertThat(told.at("/customer/reasons/0/text").asText()).endsWith(word);
    }

    private static void customers() {
        given().contentType("application/json")
                .body("{\"upTo\": \"" + DAY + "\"}")
                .post("/api/v1/bank-imports");
        for (int i = 0; i < CUSTOMERS; i++) {
            var id = "turns-" + i;
            given().contentType("application/json")
                    .body(Map.of("id", id, "country", "DE", "type", "COMPANY", "strategy", DRAFT))
                    .put("/api/v1/customers/" + id)
                    .then()
                    .statusCode(201);
            given().contentType("application/json")
                    .body(Map.of(
                            "id",
                            id + "-1",
                            "customer",
                            id,
                            "issued",
                            DAY.minusDays(60).toString(),
                            "due",
                            DAY.minusDays(20 + i).toString(),
                            "amount",
                            500,
                            "currency",
                            "EUR"))
                    .put("/api/v1/invoices/" + id + "-1")
                    .then()
                    .statusCode(201);
        }
    }
}
