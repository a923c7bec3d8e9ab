package io.dunlin.strategy;

import static io.dunlin.strategy.ADatabaseOfItsOwn.TODAY;
import static io.dunlin.strategy.OverRest.activate;
import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.live;
import static io.dunlin.strategy.OverRest.put;
import static io.dunlin.strategy.OverRest.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A challenger gets its share, customers pay or do not, and somebody asks what became of it. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class AnExperimentIsReadTest {
    private static final int CUSTOMERS = 84;
    private static final int IN_PAIRS = 20;
    private static final LocalDate BEGAN = TODAY.minusDays(60);

    @Inject
    DataSource database;

    // ---- what is read

    @Test
    void theArmsAreComparedByWhatTheirGroupsPaid() throws Exception {
        challenged("paid", 50);
        var challengers = customersOf("paid");
        var read = read("paid", "").statusCode(200).extract().jsonPath();
        assertThat(read.getString("verdict.code")).isEqualTo("BETTER");
        assertThat(read.getString("verdict.text")).startsWith("Better: the challenger collected between");
        assertThat(read.getInt("groups.CHAMPION.groups") + read.getInt("groups.CHALLENGER.groups"))
                .isEqualTo(CUSTOMERS - IN_PAIRS / 2);
        assertThat(read.getInt("groups.CHALLENGER.customers")).isEqualTo(challengers);
        assertThat(read.getInt("metrics[0].challenger.whole")).isEqualTo(challengers * 1000);
        assertThat(read.getInt("metrics[0].challenger.part")).isEqualTo(challengers * 900 - 100 * (challengers / 2));
        assertThat(read.getInt("metrics[0].champion.whole")).isEqualTo((CUSTOMERS - challengers) * 1000);
        assertThat(read.getString("experiment.began")).isEqualTo(BEGAN.toString());
        assertThat(read.getString("experiment.ended")).isNull();
        assertThat(read.getInt("days")).isEqualTo(61);
        assertThat(read.getList("warnings")).isEmpty();
        isWhatTheLogSays(read);
        isShownToPeople("paid", read);
        whoComesLaterOrElsewhereIsTold("paid", read);
    }

    private static void isWhatTheLogSays(JsonPath read) {
        assertThat(read.getInt("asked.champion")).isEqualTo(read.getInt("groups.CHAMPION.groups"));
        assertThat(read.getInt("asked.challenger")).isEqualTo(read.getInt("groups.CHALLENGER.groups"));
        assertThat(read.getInt("decisions")).isEqualTo(CUSTOMERS);
        assertThat(read.getInt("decisionsInTheOtherArm")).isZero();
    }

    private static void isShownToPeople(String strategy, JsonPath read) {
        given().get("/api/v1/strategies/" + strategy + "/experiment.html")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(read.getString("verdict.text")))
                .body(containsString("collected before"))
                .body(containsString("<circle class=\"dot better\""));
    }

    /** One is new; one joined a group in the other arm and took its decision along; one has another strategy by now. */
    private static void whoComesLaterOrElsewhereIsTold(String strategy, JsonPath before) {
        customer(strategy, "late", null);
        invoice("late", TODAY.minusDays(5), TODAY.minusDays(1));
        var lone = strategy + (CUSTOMERS - 1);
        String arm = decided(lone);
        String others = arm.equals("CHALLENGER") ? "CHAMPION" : "CHALLENGER";
        int pair = 0;
        while (!decided(strategy + pair).equals(others)) {
            pair++;
        }
        customer(strategy, lone, "pair " + pair % (IN_PAIRS / 2));
        var gone = strategy + (CUSTOMERS - 2);
        customer("standard", gone, null);
        var read = read(strategy, "").statusCode(200).extract().jsonPath();
        assertThat(read.getInt("laterGroups")).isEqualTo(1);
        assertThat(read.getInt("decisionsInTheOtherArm"))
                .as("before and after it paid")
                .isEqualTo(2);
        assertThat(read.getList("warnings.code")).contains("OTHER_ARM");
        assertThat(read.getInt("groups.CHAMPION.customers") + read.getInt("groups.CHALLENGER.customers"))
                .isEqualTo(CUSTOMERS);
        assertThat(read.getInt("groups." + others + ".groups"))
                .isEqualTo(before.getInt("groups." + others + ".groups"));
    }

    @Test
    void anExperimentThatEndedCanStillBeRead() throws Exception {
        var rival = challenged("past", 40);
        share("past", rival, 60);
        share("past", rival, 0);
        share("past", rival, 10);
        read("past", "?from=" + BEGAN)
                .statusCode(200)
                .body("experiment.began", equalTo(BEGAN.toString()))
                .body("experiment.ended", equalTo(TODAY.toString()))
                .body("experiment.shares.percent", hasItems(40, 60))
                .body("experiment.by", equalTo("ada"))
                .body("warnings.code", hasItem("SHARE_CHANGED"))
                .body("verdict.code", equalTo("TOO_FEW"));
        read("past", "")
                .statusCode(200)
                .body("experiment.began", equalTo(TODAY.toString()))
                .body("experiment.ended", nullValue());
        activate("past", rival, by("ada")).then().statusCode(200);
        read("past", "")
                .statusCode(200)
                .body("experiment.ended", equalTo(TODAY.toString()))
                .body("experiment.champions.size()", equalTo(1));
    }

    @Test
    void whatElseIsAskedForIsAnswered() throws Exception {
        challenged("asked", 50);
        read("asked", "?primary=CONTACTS&looks=5&currency=USD&attributionDays=7")
                .statusCode(200)
                .body("primary", equalTo("CONTACTS"))
                .body("metrics[0].metric", equalTo("CONTACTS"))
                .body("confidence", equalTo(0.99f))
                .body("currency", equalTo("USD"))
                .body("metrics.metric", hasItems("COLLECTED", "DAYS_TO_PAY", "PROMISES_KEPT"));
    }

    // ---- what cannot be read

    @Test
    void whatCannotBeReadIsRefusedAndSaysWhy() throws Exception {
        read("no-such-strategy", "").statusCode(404).body("detail", containsString("no-such-strategy"));
        live("alone", callingAfter("alone", 5));
        read("alone", "").statusCode(404).body("detail", startsWith("Strategy `alone` never had a challenger"));
        challenged("refusing", 50);
        refused("asOf=" + BEGAN.minusDays(1), "asOf", "is before " + BEGAN);
        refused("asOf=" + TODAY.plusDays(1), "asOf", "has not come yet");
        refused("from=" + BEGAN.minusDays(1), "from", "from " + BEGAN + " and goes on");
        refused("primary=CONTACT", "primary", "Did you mean `CONTACTS`?");
        refused("looks=0", "looks", "from 1 to 100");
        refused("attributionDays=91", "attributionDays", "from 0 to 90");
        refused("currency=EURO", "currency", "is not a currency");
        refused("since=2026-01-01", "since", "there is no such parameter");
    }

    private static void refused(String query, String field, String words) {
        for (var page : new String[] {"experiment", "experiment.html"}) {
            given().get(OverRest.AT + "refusing/" + page + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", hasItem(field))
                    .body("errors.message", hasItem(containsString(words)));
        }
    }

    // ---- the service, in sentences

    private static ValidatableResponse read(String strategy, String query) {
        return OverRest.get(strategy + "/experiment" + query).then();
    }

    /** Since sixty days, as far as the database knows. */
    private String challenged(String name, int percent) throws SQLException {
        live(name, callingAfter(name, 5));
        edit(name, "ada", callingAfter(name, 6)).then().statusCode(200);
        var rival = freeze(name, "ada");
        share(name, rival, percent);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"challengers", "activations"}) {
                statement.execute("update " + table + " set at = at - interval '60 days' where name = '" + name + "'");
            }
        }
        return rival;
    }

    private static void share(String name, String rival, int percent) {
        var share = by("ada", "version", rival);
        share.put("percent", percent);
        put(name + "/challenger", tag(name), share).then().statusCode(200);
    }

    /** Those of the challenger pay nine tenths of a thousand or a little less, the others less than half. */
    private static int customersOf(String strategy) {
        int challengers = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            var id = strategy + i;
            customer(strategy, id, i < IN_PAIRS ? "pair " + i % (IN_PAIRS / 2) : null);
            invoice(id, TODAY.minusDays(120), TODAY.minusDays(90));
            var isIn = decided(id).equals("CHALLENGER");
            paid(id, isIn ? 900 - 100 * (challengers % 2) : 10 * (i % 50));
            challengers += isIn ? 1 : 0;
        }
        return challengers;
    }

    /** In which arm. */
    private static String decided(String customer) {
        return given().post("/api/v1/customers/" + customer + "/next-best-action?asOf=" + TODAY)
                .then()
                .statusCode(200)
                .extract()
                .path("strategy.experiment.arm");
    }

    private static void customer(String strategy, String id, String group) {
        var body = new HashMap<String, Object>(Map.of("id", id, "country", "DE", "strategy", strategy));
        if (group != null) {
            body.put("group", strategy + " " + group);
        }
        sent(body, "customers/" + id);
    }

    private static void invoice(String customer, LocalDate issued, LocalDate due) {
        sent(
                Map.of(
                        "id",
                        customer + "-1",
                        "customer",
                        customer,
                        "issued",
                        issued.toString(),
                        "due",
                        due.toString(),
                        "amount",
                        1000,
                        "currency",
                        "EUR"),
                "invoices/" + customer + "-1");
    }

    private static void paid(String customer, int amount) {
        if (amount > 0) {
            var body = Map.of(
                    "id",
                    customer + "-p",
                    "customer",
                    customer,
                    "invoice",
                    customer + "-1",
                    "on",
                    TODAY.minusDays(20).toString(),
                    "amount",
                    amount,
                    "currency",
                    "EUR");
            given().contentType("application/json")
                    .body(body)
                    .post("/api/v1/payments")
                    .then()
                    .statusCode(201);
        }
    }

    private static void sent(Map<String, ?> body, String path) {
        var answer = given().contentType("application/json").body(body).put("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
    }
}
