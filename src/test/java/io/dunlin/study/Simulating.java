package io.dunlin.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Orders go to the service; who works on them is an instance that the test starts, stops and kills. */
abstract class Simulating {
    static final String AT = "/api/v1/simulations";
    private static final List<String> TABLES =
            List.of("study_documents", "study_uploads", "study_work", "study_parts", "study_changes", "study_rejects");

    static final String ASSUMPTIONS = """
            {"draws":20,"unasked":{"not due":"0.5 to 1 % a day","1-30":"2 to 4 % a day","31-60":"1 to 2 % a day",\
            "61-90":"0.5 to 1 % a day","over 90":"0.1 % a day"},\
            "responses":{"REMINDER":{"pays":"5 to 15 %","within":"10 days"}},"again":"50 %","together":"50 %"}""";

    @Inject
    Claims claims;

    @Inject
    Laying laying;

    @Inject
    Retention retention;

    @Inject
    StudyConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource database;

    @BeforeEach
    void nothingIsOrdered() throws SQLException {
        sql("delete from studies");
    }

    /** Another instance; what is claimed by it and not finished looks like the work of a killed one. */
    Runner instance() {
        return new Runner(claims, laying, retention, config, json, meters, Clock.systemUTC());
    }

    /** Begun, and so many parts played. */
    Run begun(int parts) throws Exception {
        var run = instance().run(claims.next().orElseThrow());
        run.begin();
        for (int i = 0; i < parts; i++) {
            assertThat(run.playNext()).isTrue();
        }
        return run;
    }

    void itsInstanceIsDead() throws SQLException {
        sql("update studies set alive_until = now() - interval '1 second' where state = 'RUNNING'");
    }

    void workOnAll() throws InterruptedException {
        var instance = instance();
        while (instance.workOnNext()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    static String order(String id) {
        return """
                {"id": "%s", "portfolio": {"ledger": true}, "baseline": {"strategy": "standard"},
                 "candidate": {"strategy": "small-business"}, "from": "2026-06-22", "to": "2026-06-30",
                 "settings": {"effects": 0}}""".formatted(id);
    }

    static String withAssumptions(String order) {
        return order.replace("\"effects\": 0", "\"effects\": 0, \"assumptions\": " + ASSUMPTIONS);
    }

    static ValidatableResponse post(String order) {
        return given().contentType(ContentType.JSON).body(order).post(AT).then();
    }

    static void ordered(String id) {
        post(order(id)).statusCode(202);
    }

    static ValidatableResponse get(String path) {
        return given().get(AT + path).then();
    }

    JsonNode result(String id) throws Exception {
        return json.readTree(get("/" + id + "/result").statusCode(200).extract().asString());
    }

    /** Every row, in pages of seven. */
    List<JsonNode> changes(String id) throws Exception {
        var all = new ArrayList<JsonNode>();
        var next = "";
        while (next != null) {
            var page = json.readTree(get("/" + id + "/changes?limit=7&after=" + next)
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("changes").forEach(all::add);
            next = page.path("next").textValue();
        }
        return all;
    }

    /** All that was played once, undisturbed, under another id. */
    void isTheSameAs(String undisturbed, String id) throws Exception {
        assertThat(result(id)).isEqualTo(result(undisturbed));
        assertThat(result(id).path("manifest").path("resultSha256").asText()).matches("[0-9a-f]{64}");
        assertThat(changes(id)).isNotEmpty().isEqualTo(changes(undisturbed));
    }

    /** Rows of everything that is kept to go on with. */
    long leftBehind(String id) throws SQLException {
        long rows = 0;
        for (var table : TABLES) {
            rows += number("select count(*) from " + table + " where study = '" + id + "'");
        }
        return rows;
    }

    long number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void sql(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
