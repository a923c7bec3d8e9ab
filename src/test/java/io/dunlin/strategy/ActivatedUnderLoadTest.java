package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.activate;
import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Two drafts go live by turns, each time through every check, while customers are decided all the time. A few dozen times in
 * every build; {@code .ci/bench-activations} does it two hundred times. What is left behind is counted by {@link HotTest}: the
 * client of this test makes classes of its own for every answer it reads.
 */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class ActivatedUnderLoadTest {
    private static final int TIMES = Integer.getInteger("dunlin.activations", 20);
    private static final int CUSTOMERS = 20;
    private static final String DRAFT = "turns";
    private static final LocalDate DAY = ADatabaseOfItsOwn.TODAY;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong decided = new AtomicLong();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noDecisionFailsAndNoneIsMixed() throws Exception {
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
            alternate(versions, TIMES / 2, TIMES / 2 + TIMES);
            assertThat(failures).isEmpty();
            assertThat(decided.get() - before).as("decisions meanwhile").isGreaterThan(TIMES);
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

    private static void alternate(String[] versions, int from, int to) {
        for (int i = from; i < to; i++) {
            var version = versions[i % 2];
            activate(DRAFT, version, by("ada"))
                    .then()
                    .statusCode(200)
                    .body("strategy.live", org.hamcrest.Matchers.equalTo(version))
                    .body("report.checks.size()", org.hamcrest.Matchers.equalTo(5));
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

    private void decideOnce() {
        var answer =
                given().post("/api/v1/customers/turns-" + decided.get() % CUSTOMERS + "/next-best-action?asOf=" + DAY);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("customer.action")).isEqualTo("CALL");
        String version = answer.path("strategy.version");
        String files = given().get(OverRest.AT + DRAFT + "/versions/" + version).path("files.'strategy.yaml'");
        assertThat(answer.<String>path("customer.reasons[0].text"))
                .endsWith(files.contains("nothing else, odd") ? "odd" : "even");
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
