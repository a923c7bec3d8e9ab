package io.dunlin.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can be ordered, what is refused, and that nothing happens twice. */
@QuarkusTest
@TestProfile(ABookToSimulate.class)
class OrderingTest extends Simulating {
    private static final String INVOICES = """
            kind: invoices
            fields:
              id: id
              customer: who
              customer.country: { value: DE }
              issued: issued
              due: due
              amount: amount
              currency: { value: EUR }
            """;
    private static final String FILE = "id,who,issued,due,amount\n1,A,2026-05-02,2026-06-01,100.00\n";

    private static final String OF_FILES = order("files").replace("\"portfolio\": {\"ledger\": true},", "");

    private static ValidatableResponse form(String order, String name, String file, String mapping) {
        return given().multiPart("order", order)
                .multiPart("file", name, file.getBytes(StandardCharsets.UTF_8))
                .multiPart("mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8))
                .post(AT)
                .then();
    }

    @Test
    void theSameOrderAgainIsTheSameSimulation() throws Exception {
        post(order("once")).statusCode(202).header("Location", endsWith("/api/v1/simulations/once"));
        var spelledOut = order("once").replace("\"standard\"", "\"standard\", \"version\": \"live\"");
        post(spelledOut).statusCode(200).header("Location", endsWith("/once")).body("state", equalTo("QUEUED"));
        assertThat(number("select count(*) from studies")).isEqualTo(1);
        post(order("once").replace("06-30", "06-26"))
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("errors.pointer", equalTo(List.of("/to")));
        post(withAssumptions(order("once")))
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/settings/assumptions")));
        workOnAll();
        post(order("once")).statusCode(200).body("state", equalTo("FINISHED")).body("endedAt", notNullValue());
    }

    @Test
    void theSameFilesAgainAreTheSameSimulationAndOthersAreNot() {
        form(OF_FILES, "a.csv", FILE, INVOICES).statusCode(202).body("files[0].name", equalTo("a.csv"));
        form(OF_FILES, "a.csv", FILE, INVOICES).statusCode(200);
        form(OF_FILES, "a.csv", FILE + "2,A,2026-05-02,2026-06-01,1.00\n", INVOICES)
                .statusCode(409)
                .body("errors.field", equalTo(List.of("file")));
        form(OF_FILES, "a.csv", FILE, INVOICES + "name: other\n")
                .statusCode(409)
                .body("errors.field", equalTo(List.of("mapping")));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        post("{}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/id", "/portfolio", "/baseline", "/candidate", "/from", "/to"));
        post("""
                {"id": "../x", "portfolio": {"ledger": false}, "baseline": {}, "candidate": {"strategy": "guard"},
                 "from": "2026-06-30", "to": "2026-06-01",
                 "settings": {"needlessDays": -1, "effects": 1000, "capacity": {"COLLECTOR": -4},
                              "costs": {"currency": "EURO", "actions": {"CALL": -1}}}}""")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/id",
                                "/portfolio",
                                "/baseline/strategy",
                                "/candidate/strategy",
                                "/to",
                                "/settings/needlessDays",
                                "/settings/effects",
                                "/settings/capacity/COLLECTOR",
                                "/settings/costs/currency",
                                "/settings/costs/actions/CALL"));
        post(order("long").replace("2026-06-30", "2090-01-01"))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/to")));
        post(order("assuming").replace("\"effects\": 0", """
                        "assumptions": {"draws": 5, "unasked": {"1-30": "2 %"}, "responses": {"CAL": {}}, "again": 50}"""))
                .statusCode(422)
                .body("errors.pointer", everyItem(equalTo("/settings/assumptions")))
                .body("errors.message", hasItem(containsString("`draws` must be a whole number from 20")))
                .body("errors.message", hasItem(containsString("`together` is missing in the assumptions")))
                .body("errors.message", hasItem(containsString("did you mean `CALL`")));
        var many = IntStream.range(0, 20_000).mapToObj(i -> "\"Q" + i + "\": 0").collect(Collectors.joining(","));
        post(order("assuming").replace("\"effects\": 0", "\"assumptions\": {\"responses\": {" + many + "}}"))
                .statusCode(422)
                .body("errors.message", equalTo(List.of("they have 208905 characters; at most 65536 are read.")));
        var some = IntStream.range(0, 2_000).mapToObj(i -> "\"Q" + i + "\": 0").collect(Collectors.joining(","));
        post(order("assuming").replace("\"effects\": 0", "\"assumptions\": {\"responses\": {" + some + "}}"))
                .statusCode(422)
                .body("errors", hasSize(100));
        post(withAssumptions(order("assuming")).replace("2026-06-22", "2026-06-30"))
                .statusCode(422)
                .body(
                        "errors.message",
                        equalTo(List.of("nothing can be drawn for a snapshot of one day; "
                                + "say an earlier first day, or leave the assumptions out.")));
        post(withAssumptions(order("assuming"))
                        .replace("\"draws\":20", "\"draws\":1000")
                        .replace("2026-06-22", "2023-06-22"))
                .statusCode(422)
                .body("errors.message", hasItem(containsString("more than 1000000 sums")));
        post(order("typo").replace("effects", "efects"))
                .statusCode(400)
                .body("errors.message", hasItem(containsString("did you mean `effects`")));
        assertThat(number("select count(*) from studies")).isZero();
    }

    @Test
    void aStrategyThatCannotDecideIsRefusedWhereItIsNamed() throws Exception {
        post(order("none").replace("small-business", "smal-business"))
                .statusCode(422)
                .body("code", equalTo("refused-strategy"))
                .body("errors.pointer", equalTo(List.of("/candidate")));
        post(order("none").replace("\"standard\"", "\"standard\", \"version\": \"0123456789\""))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/baseline")));
        var files = java.util.Map.of("strategy.yaml", "name: broken\n", "10.drl", "rule rule rule");
        given().contentType("application/json")
                .body(java.util.Map.of("name", "broken", "by", "ada", "why", "to see", "files", files))
                .post("/api/v1/strategies")
                .then()
                .statusCode(201);
        post(order("none").replace("\"small-business\"", "\"broken\", \"version\": \"draft\""))
                .statusCode(422)
                .body("errors.message", hasItem(containsString("10.drl:1")));
        assertThat(number("select count(*) from studies")).isZero();
    }

    @Test
    void aDraftIsSimulatedAsItWasWhenItWasOrdered() throws Exception {
        ordered("live");
        post(order("draft").replace("\"small-business\"", "\"small-business\", \"version\": \"draft\""))
                .statusCode(202);
        sql("update strategy_drafts set files = '{}' where name = 'small-business'");
        try {
            workOnAll();
            isTheSameAs("live", "draft");
        } finally {
            sql("update strategy_drafts d set files = v.files from strategy_versions v "
                    + "where d.name = 'small-business' and v.name = d.name and v.version = d.based_on");
        }
    }

    @Test
    void aFormIsRefusedWithWhatIsWrongWithIt() throws Exception {
        form(order("files"), "a.csv", FILE, INVOICES).statusCode(422).body("errors.pointer", hasItem("/portfolio"));
        form(OF_FILES, "a.csv", FILE, "kind: invoices\nfields: { idd: x }\n")
                .statusCode(422)
                .body("code", equalTo("invalid-file"))
                .body("errors.field", hasItem("mapping"));
        form(OF_FILES, "a*.csv", FILE, INVOICES).statusCode(400).body("errors.field", hasItem("file"));
        form(OF_FILES, "a.csv", FILE, INVOICES.replace("kind", "files: {b.csv: {kind") + "}}\n")
                .statusCode(422);
        form(OF_FILES, "big.csv", FILE + "x".repeat(1 << 20), INVOICES)
                .statusCode(413)
                .body("code", equalTo("too-large"));
        for (var name : new String[] {"no-such", "../mappings/purchase-ledger", "src/main/resources/mappings/x.yaml"}) {
            given().multiPart("order", OF_FILES)
                    .multiPart("file", "a.csv", FILE.getBytes(StandardCharsets.UTF_8))
                    .multiPart("mappingName", name)
                    .post(AT)
                    .then()
                    .statusCode(name.equals("no-such") ? 422 : 400);
        }
        given().multiPart("order", OF_FILES).post(AT).then().statusCode(400);
        given().multiPart("order", OF_FILES)
                .multiPart("files", "a.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .post(AT)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("files"))
                .body("errors[0].message", containsString("did you mean `file`?"));
        given().multiPart("file", "a.csv", FILE.getBytes(StandardCharsets.UTF_8))
                .post(AT)
                .then()
                .statusCode(400);
        assertThat(number("select count(*) from studies")).isZero();
    }

    /** What only reading tells is told by the simulation, once. */
    @Test
    void aPortfolioThatCannotBePlayedFailsWithOneClearError() throws Exception {
        fails("header", "a.csv", "id,who\n1,A\n", "invalid-file", "there is no column `issued`");
        fails("parquet", "a.parquet", "no parquet at all", "invalid-file", "not readable as Parquet");
        fails("empty", "a.csv", FILE.substring(0, FILE.indexOf('\n') + 1), "invalid-facts", "no invoices");
        fails("rejected", "a.csv", FILE.replace("2026-05-02", "2026-05-32"), "invalid-facts", "no invoices");
        get("/rejected/rejects").body("$", hasItem(containsString("a.csv: line 2, column issued")));
        post(order("rates").replace("\"standard\"", "\"standard\"")).statusCode(202);
        sql("update rates set day = '2027-01-01'");
        try {
            workOnAll();
            get("/rates").body("state", equalTo("FAILED")).body("error.detail", containsString("there is no rate"));
        } finally {
            sql("update rates set day = '2026-06-30'");
        }
    }

    private void fails(String id, String name, String file, String code, String words) throws Exception {
        form(OF_FILES.replace("files", id), name, file, INVOICES).statusCode(202);
        workOnAll();
        get("/" + id)
                .body("state", equalTo("FAILED"))
                .body("error.code", equalTo(code))
                .body("error.detail", containsString(words));
        get("/" + id + "/result").statusCode(409).body("detail", containsString(words));
        var rejects = number("select count(*) from study_rejects where study = '" + id + "'");
        assertThat(leftBehind(id)).isEqualTo(rejects);
    }

    @Test
    void ofManyAtOnceNoMoreAreTakenInThanMayWaitAndOneOrderOnlyOnce() throws Exception {
        var same = atOnce(8, i -> order("same"));
        assertThat(same).filteredOn(status -> status == 202).hasSize(1);
        assertThat(same).filteredOn(status -> status == 200).hasSize(7);
        var others = atOnce(8, i -> order("other-" + i));
        assertThat(others).filteredOn(status -> status == 202).hasSize(2);
        assertThat(others).filteredOn(status -> status == 429).hasSize(6);
    }

    private static List<Integer> atOnce(int people, IntFunction<String> order) throws Exception {
        var ready = new CountDownLatch(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            var answers = IntStream.range(0, people)
                    .mapToObj(person -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return post(order.apply(person)).extract().statusCode();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void noMoreWaitThanAgreedAndNoMoreAreKept() throws Exception {
        for (int i = 0; i < 3; i++) {
            ordered("waits-" + i);
        }
        post(order("too-many"))
                .statusCode(429)
                .header("Retry-After", equalTo("60"))
                .body("code", equalTo("too-many"));
        given().post(AT + "/waits-1/cancel").then().statusCode(200);
        ordered("after-all");
        workOnAll();
        ordered("fifth");
        workOnAll();
        get("").body("id", equalTo(List.of("fifth", "after-all", "waits-2", "waits-1", "waits-0")));
        retention.sweep();
        get("").body("$", hasSize(4)).body("id", hasItems("fifth", "after-all"));
        sql("update studies set ended_at = now() - interval '40 days' where id = 'fifth'");
        retention.sweep();
        get("").body("$", hasSize(3));
        assertThat(leftBehind("fifth")).isZero();
    }
}
