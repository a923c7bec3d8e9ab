package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.activate;
import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.get;
import static io.dunlin.strategy.OverRest.live;
import static io.dunlin.strategy.OverRest.next;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.put;
import static io.dunlin.strategy.OverRest.tag;
import static io.dunlin.strategy.OverRest.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A version is put live, refused, shared out and taken back. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class GoingLiveTest {
    private static final String SUES = """
            package strategy;

            import io.dunlin.vocabulary.*;

            rule "B1 Sue whoever is very late"
                @owner( legal )
            when
                $i : Invoice( collectable > 0, daysOverdue > %d )
            then
                propose( $i, LAWSUIT, "{daysOverdue} days late" );
            end
            """;

    private static Map<String, String> suing(String name, int days) {
        var files = callingAfter(name, 5);
        var ladder = files.get("strategy.yaml").replace("[REMINDER, CALL]", "[REMINDER, CALL, LAWSUIT]");
        return with(with(files, "20.drl", SUES.formatted(days)), "strategy.yaml", ladder);
    }

    @Test
    void itDecidesFromThenOnAndEveryoneCanSeeWhoDidItWhenAndWhy() {
        var first = live("plain", callingAfter("plain", 5));
        var second = next("plain", callingAfter("plain", 50), Map.of());
        assertThat(asked("plain")).isEqualTo(second).isNotEqualTo(first);
        get("plain/history")
                .then()
                .body("what", hasItems("FROZEN", "ACTIVATED"))
                .body("[0].by", equalTo("ada"))
                .body("[0].why", equalTo("because ada says so"))
                .body("[0].version", equalTo(second))
                .body("[0].detail", containsString("RE_EVALUATE"));
        activate("plain", second, by("ada")).then().statusCode(409).body("detail", containsString("is live already"));
    }

    @Test
    void theGuardHasNoChallengerAndPinsNobody() {
        String version = get("guard").path("live");
        var share = by("ada", "version", version);
        share.put("percent", 20);
        put("guard/challenger", tag("guard"), share)
                .then()
                .statusCode(409)
                .body("detail", containsString("no challenger"));
        activate("guard", get("guard/versions").path("version[-1]"), by("ada", "migration", "PIN"))
                .then()
                .statusCode(409);
    }

    @Test
    void everyCheckIsMadeAndToldEvenOnTrial() {
        live("trial", callingAfter("trial", 5));
        edit("trial", "ada", callingAfter("trial", 6)).then().statusCode(200);
        var version = freeze("trial", "ada");
        post("trial/versions/" + version + "/activate?trial=true", tag("trial"), by("ada"))
                .then()
                .statusCode(200)
                .body("report.checks.check", contains("compile", "confinement", "second-person", "scenarios", "book"))
                .body("report.passed", equalTo(true));
        assertThat(get("trial").<String>path("live")).isNotEqualTo(version);
    }

    @Test
    void aScenarioThatFailsKeepsItFromGoingLive() {
        create("told", with(callingAfter("told", 5), "scenarios/calls.yaml", """
                asOf: 2026-06-30
                scenarios:
                  - name: nobody is called after a week
                    given:
                      invoice: { due: -7 days }
                    expect: { action: NO_ACTION }
                """));
        var version = freeze("told", "ada");
        activate("told", version, by("ada"))
                .then()
                .statusCode(422)
                .body("code", equalTo("refused-strategy"))
                .body("errors.field", contains("scenarios"))
                .body("errors[0].message", containsString("CALL"));
        get("told").then().body("live", nullValue());
    }

    @Test
    void whatTouchesSevereActionsNeedsSomebodyWhoHadNoHandInIt() {
        live("severe", callingAfter("severe", 5));
        edit("severe", "bob", suing("severe", 100)).then().statusCode(200);
        var version = freeze("severe", "ada");
        activate("severe", version, by("carl"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("second-person"))
                .body("errors[0].message", containsString("rule B1"));
        for (var hand : List.of("ada", "Bob ")) {
            post("severe/versions/" + version + "/approvals", null, by(hand))
                    .then()
                    .statusCode(403);
        }
        post("severe/versions/" + version + "/approvals", null, by("dora"))
                .then()
                .statusCode(200)
                .body("what", equalTo("APPROVED"));
        activate("severe", version, by("dora")).then().statusCode(422);
        activate("severe", version, by("carl")).then().statusCode(200);
    }

    @Test
    void aParameterOfASevereRuleIsSevereAndAnotherOneIsNot() {
        var files = suing("tuned", 100);
        create("tuned", files);
        var version = freeze("tuned", "ada");
        post("tuned/versions/" + version + "/approvals", null, by("dora"))
                .then()
                .statusCode(200);
        activate("tuned", version, by("ada")).then().statusCode(200);
        var milder = files.get("strategy.yaml").replace("value: 5", "value: 6");
        next("tuned", with(files, "strategy.yaml", milder), Map.of());
        edit("tuned", "ada", with(files, "20.drl", SUES.formatted(99))).then().statusCode(200);
        activate("tuned", freeze("tuned", "ada"), by("ada"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("second-person"));
    }

    @Test
    void theGuardIsNeverChangedByOnePersonAlone() {
        Map<String, String> files = get("guard/draft").path("files");
        edit("guard", "ada", with(files, "notes.md", "only a note")).then().statusCode(200);
        var harmless = freeze("guard", "ada");
        post("guard/versions/" + harmless + "/activate?trial=true", tag("guard"), by("ada"))
                .then()
                .body("report.checks.find { it.check == 'second-person' }.objections.size()", equalTo(0));
        var weaker = files.get("10-people.drl").replace("veto( $o, COMPLIANCE", "veto( $o, SALES");
        edit("guard", "ada", with(files, "10-people.drl", weaker)).then().statusCode(200);
        activate("guard", freeze("guard", "ada"), by("ada"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("second-person"));
    }

    @Test
    void takingItBackIsOneCallAndGoesFurtherBackEachTime() {
        var first = live("back", callingAfter("back", 5));
        var second = next("back", callingAfter("back", 6), Map.of());
        next("back", callingAfter("back", 7), Map.of());
        post("back/rollback", null, by("bob")).then().statusCode(428);
        post("back/rollback", tag("back"), by("bob")).then().statusCode(200).body("strategy.live", equalTo(second));
        assertThat(asked("back")).isEqualTo(second);
        post("back/rollback", tag("back"), by("bob")).then().statusCode(200).body("strategy.live", equalTo(first));
        post("back/rollback", tag("back"), by("bob")).then().statusCode(409);
        assertThat(asked("back")).isEqualTo(first);
    }

    @Test
    void ofManyWhoMoveThePointerAtOnceOneWins() throws Exception {
        live("race", callingAfter("race", 5));
        edit("race", "ada", callingAfter("race", 6)).then().statusCode(200);
        var six = freeze("race", "ada");
        edit("race", "ada", callingAfter("race", 7)).then().statusCode(200);
        var seven = freeze("race", "ada");
        var seen = tag("race");
        OverRest.exactlyOneWins(OverRest.atOnce(
                6, i -> post("race/versions/" + (i % 2 == 0 ? six : seven) + "/activate", seen, by("p" + i))));
        post("race/versions/" + six + "/activate", seen, by("late")).then().statusCode(412);
    }

    @Test
    void aShareOfTheCustomersIsGivenAndTakenAndPromoted() {
        live("shared", callingAfter("shared", 5));
        edit("shared", "ada", callingAfter("shared", 9)).then().statusCode(200);
        var rival = freeze("shared", "ada");
        var share = by("ada", "version", rival);
        share.put("percent", 20);
        put("shared/challenger", null, share).then().statusCode(428);
        put("shared/challenger", tag("shared"), share)
                .then()
                .statusCode(200)
                .body("strategy.challenger.version", equalTo(rival))
                .body("strategy.challenger.percent", equalTo(20))
                .body("report.checks.check", hasItem("book"));
        put("shared/challenger", tag("shared"), by("ada", "percent", 0))
                .then()
                .statusCode(200)
                .body("strategy.challenger", nullValue());
        put("shared/challenger", tag("shared"), share).then().statusCode(200);
        activate("shared", rival, by("ada"))
                .then()
                .statusCode(200)
                .body("strategy.live", equalTo(rival))
                .body("strategy.challenger", nullValue());
        share.put("percent", 120);
        put("shared/challenger", tag("shared"), share).then().statusCode(400);
    }

    @Test
    void theVocabularyListsEveryWordWithItsMeaning() {
        given().get("/api/v1/vocabulary")
                .then()
                .statusCode(200)
                .body("facts.name", hasItems("Customer", "Invoice", "Outcome"))
                .body(
                        "facts.find { it.name == 'Invoice' }.fields.find { it.name == 'daysOverdue' }.unit",
                        equalTo("DAYS"))
                .body(
                        "facts.find { it.name == 'Customer' }.fields.find { it.name == 'debtorType' }.values",
                        hasItem("COMPANY"))
                .body("facts.fields.flatten().findAll { it.meaning.isBlank() }.size()", equalTo(0))
                .body("actions.find { it.name == 'LAWSUIT' }.owner", equalTo("LEGAL"))
                .body("actions.find { it.name == 'LAWSUIT' }.severe", equalTo(true));
    }

    /** The version that decides when somebody asks for the strategy by name. */
    private static String asked(String strategy) {
        return given().contentType("application/json")
                .body(Map.of("strategy", strategy, "customer", Map.of("id", "Q", "country", "DE")))
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(200)
                .body("strategy.chosenBy", equalTo("ASKED"))
                .extract()
                .path("strategy.version");
    }
}
