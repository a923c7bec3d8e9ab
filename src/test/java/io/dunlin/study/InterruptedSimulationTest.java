package io.dunlin.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances die, end, lose their database or their work; what was finished is kept, and nothing is mixed. */
@QuarkusTest
@TestProfile(ABookToSimulate.class)
class InterruptedSimulationTest extends Simulating {
    @AfterEach
    void theDatabaseIsWell() throws SQLException {
        sql("drop trigger if exists fault on study_parts");
        sql("drop function if exists fault");
    }

    /** Every part that is to be kept from now on meets this. */
    private void fault(String state) throws SQLException {
        sql("create function fault() returns trigger language plpgsql as "
                + "$$ begin raise exception 'a fault' using errcode = '" + state + "'; end $$");
        sql("create trigger fault before insert on study_parts for each row execute function fault()");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterAKillTheMissingPartsArePlayedAndTheResultIsTheSameToTheLastRow(boolean assuming) throws Exception {
        post(assuming ? withAssumptions(order("undisturbed")) : order("undisturbed"))
                .statusCode(202);
        workOnAll();
        post(assuming ? withAssumptions(order("killed")) : order("killed")).statusCode(202);
        var first = begun(2);
        itsInstanceIsDead();
        begun(2);
        assertThatExceptionOfType(Claim.Lost.class)
                .as("the first was not dead, only slow")
                .isThrownBy(first::playNext);
        assertThat(number("select count(*) from study_parts where study = 'killed'"))
                .isEqualTo(4);
        get("/killed")
                .body("state", equalTo("RUNNING"))
                .body("done", equalTo(16))
                .body("total", equalTo(24));
        itsInstanceIsDead();
        workOnAll();
        isTheSameAs("undisturbed", "killed");
        assertThat(result("killed").path("assumed").isNull()).isNotEqualTo(assuming);
    }

    @Test
    void whatIsWrittenToTheBookMeanwhileDoesNotMix() throws Exception {
        ordered("before");
        workOnAll();
        ordered("meanwhile");
        begun(1);
        given().contentType("application/json")
                .body("{\"id\": \"A\", \"country\": \"DE\"}")
                .put("/api/v1/customers/A")
                .then()
                .statusCode(201);
        sql("update invoices set amount = amount + 1000 where written_off_on is null");
        try {
            itsInstanceIsDead();
            workOnAll();
            isTheSameAs("before", "meanwhile");
            ordered("after");
            workOnAll();
            assertThat(result("after").path("customers").asInt()).isEqualTo(ABookToSimulate.CUSTOMERS + 1);
            assertThat(result("after").path("manifest").path("inputs"))
                    .isNotEqualTo(result("before").path("manifest").path("inputs"));
        } finally {
            sql("update invoices set amount = amount - 1000 where written_off_on is null");
            sql("delete from customers where id = 'A'");
        }
    }

    @Test
    void whatWasLaidDownHalfwayIsLaidDownAnew() throws Exception {
        ordered("undisturbed");
        workOnAll();
        ordered("halfway");
        claims.next();
        sql("insert into study_work values ('halfway', 0, 1, 1, ''), ('halfway', 99, 1, 1, '')");
        sql("insert into study_rejects values ('halfway', 0, 'of an earlier moment')");
        itsInstanceIsDead();
        workOnAll();
        isTheSameAs("undisturbed", "halfway");
        get("/halfway/rejects").body("$", equalTo(java.util.List.of()));
    }

    @Test
    void ofTwoInstancesOneWorksOnItUntilItIsDeadOrGivesItBack() throws Exception {
        ordered("one");
        var claim = claims.next().orElseThrow();
        assertThat(claims.next()).as("while the first is alive").isEmpty();
        assertThat(claims.extend(claim)).isTrue();
        claims.giveBack(claim);
        get("/one").body("state", equalTo("QUEUED"));
        var second = claims.next();
        assertThat(second).as("given back in good order").isPresent();
        assertThat(claims.extend(claim)).isFalse();
        itsInstanceIsDead();
        assertThat(claims.next()).as("after its death").isPresent();
        assertThat(claims.extend(second.get())).isFalse();
    }

    @Test
    void cancellingMidwayLeavesNothingBehindAndNothingIsWrittenLater() throws Exception {
        ordered("cancelled");
        var run = begun(3);
        given().post(AT + "/cancelled/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        given().post(AT + "/cancelled/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThatExceptionOfType(Claim.Lost.class).isThrownBy(run::finish);
        assertThat(leftBehind("cancelled")).isZero();
        assertThat(claims.next()).isEmpty();
        get("/cancelled/result").statusCode(409).body("detail", containsString("CANCELLED"));
    }

    @Test
    void deletingMidwayLeavesNothingAtAll() throws Exception {
        ordered("deleted");
        var run = begun(1);
        given().delete(AT + "/deleted").then().statusCode(204);
        assertThatExceptionOfType(Claim.Lost.class).isThrownBy(run::finish);
        assertThat(leftBehind("deleted")).isZero();
        get("/deleted").statusCode(404);
        given().delete(AT + "/deleted").then().statusCode(404);
    }

    @Test
    void aFullDiskIsOneClearErrorAndNothingIsKept() throws Exception {
        ordered("full");
        fault("53100");
        workOnAll();
        get("/full")
                .body("state", equalTo("FAILED"))
                .body("error.code", equalTo("unavailable"))
                .body("error.detail", containsString("no room"));
        assertThat(leftBehind("full")).isZero();
    }

    @Test
    void aDatabaseThatGoesAwayForAWhileIsNobodysFailure() throws Exception {
        ordered("undisturbed");
        workOnAll();
        ordered("away");
        begun(2);
        itsInstanceIsDead();
        fault("57P01");
        assertThat(instance().workOnNext()).isTrue();
        get("/away").body("state", equalTo("QUEUED")).body("done", equalTo(8));
        theDatabaseIsWell();
        workOnAll();
        isTheSameAs("undisturbed", "away");
    }

    @Test
    void whatEndsTheServiceAgainAndAgainIsGivenUp() throws Exception {
        ordered("deadly");
        for (int i = 0; i < 5; i++) {
            assertThat(claims.next()).isPresent();
            itsInstanceIsDead();
        }
        workOnAll();
        get("/deadly")
                .body("state", equalTo("FAILED"))
                .body("error.code", equalTo("defect"))
                .body("error.detail", containsString("5 times"));
        assertThat(leftBehind("deadly")).isZero();
    }
}
