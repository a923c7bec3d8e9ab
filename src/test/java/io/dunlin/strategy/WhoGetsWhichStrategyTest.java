package io.dunlin.strategy;

import static io.dunlin.strategy.ADatabaseOfItsOwn.TODAY;
import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.live;
import static io.dunlin.strategy.OverRest.next;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.put;
import static io.dunlin.strategy.OverRest.tag;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers come to a strategy, an arm and a version in different ways; the decision says in which. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class WhoGetsWhichStrategyTest {
    private static final String REMINDS = """
            package strategy;

            import io.dunlin.vocabulary.*;

            rule "A1 Remind"
                @owner( collections )
            when
                $i : Invoice( collectable > 0, reminderLevel == 0 )
            then
                propose( $i, REMINDER, 1, "{daysOverdue} days late" );
            end

            rule "A2 Go on"
                @owner( collections )
            when
                $i : Invoice( collectable > 0, reminderLevel >= 1 )
            then
                propose( $i, %s, "{daysOverdue} days late" );
            end
            """;

    private static Map<String, String> remindingThen(String name, String step) {
        var manifest = """
                name: %s
                purpose: reminds, then goes on
                currency: EUR
                ladder: [REMINDER, CALL]
                budget: { changedCustomers: 100, newSevereActions: 0 }
                """.formatted(name);
        return Map.of("strategy.yaml", manifest, "10.drl", REMINDS.formatted(step));
    }

    @Inject
    Moves moves;

    @Inject
    Overview overview;

    @Inject
    Strategies strategies;

    // ---- by agreement

    @Test
    void askedBeforeTheCustomersOwnBeforeItsSegmentsBeforeTheDefault() {
        agreed("vip", "relationship");
        assign("vip", "\"0\"", "relationship").statusCode(200);
        customer("S1", Map.of("segment", "vip"));
        customer("S2", Map.of("segment", "vip", "strategy", "small-business"));
        customer("S3", Map.of("segment", "other"));
        decided("S1", "").body("strategy.name", equalTo("relationship")).body("strategy.chosenBy", equalTo("SEGMENT"));
        decided("S2", "")
                .body("strategy.name", equalTo("small-business"))
                .body("strategy.chosenBy", equalTo("CUSTOMER"));
        decided("S2", "&strategy=standard")
                .body("strategy.name", equalTo("standard"))
                .body("strategy.chosenBy", equalTo("ASKED"));
        decided("S3", "").body("strategy.name", equalTo("standard")).body("strategy.chosenBy", equalTo("DEFAULT"));
        agreed("vip", null);
        assign("vip", segmentTag("vip"), null).statusCode(200);
        decided("S1", "").body("strategy.name", equalTo("standard")).body("strategy.chosenBy", equalTo("DEFAULT"));
    }

    @Test
    void aSegmentIsChangedByWhoeverHasSeenItAndOnlyToWhatIsLive() throws Exception {
        assign("big", null, "relationship").statusCode(428);
        assign("big", "\"7\"", "relationship").statusCode(412);
        assign("big", "\"0\"", "guard").statusCode(422);
        assign("big", "\"0\"", "relationships").statusCode(422).body("errors.pointer", hasItem("/strategy"));
        agreed("big", "relationship");
        agreed("big", "small-business");
        OverRest.exactlyOneWins(
                OverRest.atOnce(6, i -> sent("big", "\"0\"", i % 2 == 0 ? "relationship" : "small-business")));
        given().get("/api/v1/segments/big").then().header("ETag", equalTo("\"1\""));
        given().get("/api/v1/segments").then().body("segment", hasItem("big"));
    }

    @Test
    void nobodyIsMovedBesideWhatWasCheckedMeanwhile() {
        live("moved-to", callingAfter("moved-to", 5));
        var checked = strategies.live();
        next("moved-to", callingAfter("moved-to", 6), Map.of());
        var signed = Signed.now(java.time.Clock.systemUTC(), "ada", "checked before");
        assertThatThrownBy(() -> moves.assign(
                        "apart", 0, "moved-to", List.of("standard", "moved-to"), checked.revision(), signed))
                .hasMessageContaining("while it was being checked");
        var seen = overview.seen("moved-to", "*");
        var between = List.of("standard", "moved-to");
        strategies.refresh();
        moves.assign("apart", 0, "moved-to", between, strategies.live().revision(), signed);
        assertThatThrownBy(() -> seen.demand(
                        QuarkusTransaction.requiringNew().call(() -> StrategyRow.<StrategyRow>findById("moved-to"))))
                .hasMessageContaining("moved-to");
        strategies.refresh();
    }

    @Test
    void aStrategyThatDoesNotDecideIsNoCustomersOwn() {
        for (var name : List.of("relationships", "guard")) {
            given().contentType("application/json")
                    .body(Map.of("id", "S9", "country", "DE", "strategy", name))
                    .put("/api/v1/customers/S9")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/strategy"))
                    .body("errors[0].message", containsString("give one of"));
        }
        var imported = given().multiPart(
                        "file",
                        "c.csv",
                        "id,country,strategy\nS10,DE,relationships\nS11,DE,relationship\n"
                                .getBytes(StandardCharsets.UTF_8))
                .multiPart(
                        "mapping",
                        "m.yaml",
                        "kind: customers\nfields: { id: id, country: country, strategy: strategy }\n"
                                .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports");
        assertThat(imported.asString()).contains("no strategy `relationships` decides");
        given().get("/api/v1/customers/S10").then().statusCode(404);
        given().get("/api/v1/customers/S11").then().statusCode(200);
    }

    // ---- by draw

    @Test
    void aChallengersShareIsDrawnOncePerGroupAndOnlyGrows() {
        live("drawn", callingAfter("drawn", 5));
        edit("drawn", "ada", callingAfter("drawn", 9)).then().statusCode(200);
        var rival = freeze("drawn", "ada");
        var before = challengers("drawn", rival, 20);
        var after = challengers("drawn", rival, 55);
        assertThat(after).containsAll(before);
        assertThat(before.size()).isBetween(30, 90);
        assertThat(after.size()).isBetween(130, 200);
    }

    /** Who of 300 customers gets the challenger when it has so many percent. */
    private static Set<Integer> challengers(String strategy, String rival, int percent) {
        var share = by("ada", "version", rival);
        share.put("percent", percent);
        put(strategy + "/challenger", tag(strategy), share).then().statusCode(200);
        var drawn = new HashSet<Integer>();
        IntStream.range(0, 300).forEach(i -> {
            // Two of each group, far apart.
            var answer = asked(strategy, "D" + i, "G" + i % 150);
            var isIn = answer.<String>path("strategy.experiment.arm").equals("CHALLENGER");
            assertThat(answer.<String>path("strategy.version").equals(rival)).isEqualTo(isIn);
            assertThat(answer.<Float>path("strategy.experiment.probability"))
                    .isEqualTo((isIn ? percent : 100 - percent) / 100f);
            if (i >= 150) {
                assertThat(drawn.contains(i - 150)).as("group of D" + i).isEqualTo(isIn);
            }
            if (isIn) {
                drawn.add(i);
            }
        });
        return drawn;
    }

    @Test
    void anExperimentIsPartOfTheDecisionAndOfItsReplay() {
        live("logged", callingAfter("logged", 5));
        edit("logged", "ada", callingAfter("logged", 9)).then().statusCode(200);
        var share = by("ada", "version", freeze("logged", "ada"));
        share.put("percent", 50);
        put("logged/challenger", tag("logged"), share).then().statusCode(200);
        customer("L1", Map.of("strategy", "logged"));
        invoice("L1-1", "L1", TODAY.minusDays(7));
        String id = decided("L1", "")
                .body("strategy.experiment.probability", equalTo(0.5f))
                .extract()
                .path("id");
        isReplayed(id);
        put("logged/challenger", tag("logged"), by("ada", "percent", 0)).then().statusCode(200);
        decided("L1", "").body("strategy.experiment", nullValue());
        isReplayed(id);
    }

    // ---- by what was done already

    @Test
    void reEvaluatedTheNewVersionSeesWhatWasDone() {
        var now = moved("re", "RE_EVALUATE");
        isReplayed(decided("re-old", "")
                .body("strategy.version", equalTo(now))
                .body("customer.action", equalTo("CALL"))
                .extract()
                .path("id"));
        decided("re-new", "").body("customer.action", equalTo("REMINDER"));
    }

    @Test
    void restartedOldStepsAreContactsOnly() {
        var now = moved("anew", "RESTART");
        isReplayed(decided("anew-old", "")
                .body("strategy.version", equalTo(now))
                .body("strategy.stepsSince", equalTo(TODAY.toString()))
                .body("customer.action", equalTo("REMINDER"))
                .body("customer.level", equalTo(1))
                .extract()
                .path("id"));
        // A step of yesterday is forgotten as a step, but the customer is not contacted again today.
        reminded("anew-old", TODAY.minusDays(1));
        decided("anew-old", "")
                .body("customer.action", equalTo("NO_ACTION"))
                .body("customer.blockers.code", hasItem("QUIET_DAYS"));
        // And the next version does not bring them back.
        next("anew", with(remindingThen("anew", "CALL"), "notes.md", "again"), Map.of());
        decided("anew-old", "").body("strategy.stepsSince", equalTo(TODAY.toString()));
    }

    @Test
    void pinnedWhoIsInMidLadderStaysUntilThatLadderEnds() {
        var now = moved("pin", "PIN");
        var before = before("pin");
        isReplayed(decided("pin-old", "")
                .body("strategy.version", equalTo(before))
                .body("strategy.pinnedSince", equalTo(TODAY.toString()))
                .body("customer.action", equalTo("REMINDER"))
                .body("customer.level", equalTo(2))
                .extract()
                .path("id"));
        decided("pin-new", "").body("strategy.version", equalTo(now)).body("strategy.pinnedSince", nullValue());
        // Another version, evaluated anew for all but them.
        var latest = next("pin", with(remindingThen("pin", "CALL"), "notes.md", "again"), Map.of("migration", "PIN"));
        decided("pin-old", "").body("strategy.version", equalTo(before));
        decided("pin-new", "").body("strategy.version", equalTo(latest));
        record("payments", """
                {"id": "pin-old-p", "customer": "pin-old", "invoice": "pin-old-1", "on": "%s", "amount": 500, "currency": "EUR"}
                """.formatted(TODAY));
        invoice("pin-old-2", "pin-old", TODAY.minusDays(10));
        decided("pin-old", "").body("strategy.version", equalTo(latest)).body("customer.action", equalTo("REMINDER"));
    }

    @Test
    void rolledBackThePinsAreWhatTheyWere() {
        moved("undo", "PIN");
        var before = before("undo");
        next("undo", with(remindingThen("undo", "CALL"), "notes.md", "again"), Map.of());
        decided("undo-old", "").body("customer.action", equalTo("CALL"));
        post("undo/rollback", tag("undo"), by("ada")).then().statusCode(200);
        decided("undo-old", "")
                .body("strategy.version", equalTo(before))
                .body("strategy.pinnedSince", equalTo(TODAY.toString()));
    }

    /** Two customers, one reminded three weeks ago, and a version that calls instead of reminding a second time. */
    private static String moved(String name, String migration) {
        live(name, remindingThen(name, "REMINDER, 2"));
        for (var customer : new String[] {name + "-old", name + "-new"}) {
            customer(customer, Map.of("strategy", name));
            invoice(customer + "-1", customer, TODAY.minusDays(40));
        }
        reminded(name + "-old", TODAY.minusDays(21));
        return next(name, remindingThen(name, "CALL"), Map.of("migration", migration));
    }

    private static String before(String name) {
        var versions = OverRest.get(name + "/versions").jsonPath().<String>getList("version");
        return versions.get(versions.size() - 1);
    }

    // ---- the service, in sentences

    private static void reminded(String customer, LocalDate on) {
        record("contacts", """
                {"id": "%s-%s", "customer": "%s", "on": "%s", "channel": "EMAIL", "by": "mia",
                 "steps": [ {"invoice": "%s-1", "action": "REMINDER", "level": 1} ]}
                """.formatted(customer, on, customer, on, customer));
    }

    private static void customer(String id, Map<String, Object> more) {
        record("bank-imports", "{\"upTo\": \"" + TODAY + "\"}");
        var body = new HashMap<String, Object>(Map.of("id", id, "country", "DE", "type", "COMPANY"));
        body.putAll(more);
        given().contentType("application/json")
                .body(body)
                .put("/api/v1/customers/" + id)
                .then()
                .statusCode(201);
    }

    private static void invoice(String id, String customer, LocalDate due) {
        given().contentType("application/json")
                .body("""
                        {"id": "%s", "customer": "%s", "issued": "%s", "due": "%s", "amount": 500, "currency": "EUR"}
                        """.formatted(id, customer, due.minusDays(30), due))
                .put("/api/v1/invoices/" + id)
                .then()
                .statusCode(201);
    }

    private static void record(String kind, String body) {
        var answer = given().contentType("application/json").body(body).post("/api/v1/" + kind);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
    }

    private static ValidatableResponse decided(String customer, String more) {
        return given().post("/api/v1/customers/" + customer + "/next-best-action?asOf=" + TODAY + more)
                .then()
                .statusCode(200);
    }

    private static Response asked(String strategy, String customer, String group) {
        var debtor = Map.of("id", customer, "country", "DE", "group", group);
        return given().contentType("application/json")
                .body(Map.of("strategy", strategy, "customer", debtor))
                .post("/api/v1/next-best-action");
    }

    private static void isReplayed(String id) {
        given().post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("differences.size()", equalTo(0))
                .body("identical", equalTo(true));
    }

    private static ValidatableResponse assign(String segment, String ifMatch, String strategy) {
        return sent(segment, ifMatch, strategy).then();
    }

    private static Response sent(String segment, String ifMatch, String strategy) {
        var request = given().contentType("application/json").body(by("ada", "strategy", strategy));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/api/v1/segments/" + segment);
    }

    /** The strategies differ in what is severe: nobody moves a segment between them alone. */
    private static void agreed(String segment, String strategy) {
        var body = by("dora", "strategy", strategy);
        body.put("budget", Map.of("changedCustomers", 100, "newSevereActions", 100));
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/segments/" + segment + "/approvals")
                .then()
                .statusCode(200);
    }

    private static String segmentTag(String segment) {
        return given().get("/api/v1/segments/" + segment).header("ETag");
    }
}
