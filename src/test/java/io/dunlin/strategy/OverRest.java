package io.dunlin.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A manager at work: the strategies of the service, one sentence per request. */
final class OverRest {
    static final String AT = "/api/v1/strategies/";

    private OverRest() {}

    /** Calls whoever is late by so many days; nothing severe. */
    static Map<String, String> callingAfter(String name, int days) {
        var files = new TreeMap<String, String>();
        files.put("strategy.yaml", """
                name: %s
                purpose: calls and nothing else
                currency: EUR
                ladder: [REMINDER, CALL]
                parameters:
                  after: { value: %d, unit: days, meaning: "days past due before a call" }
                """.formatted(name, days));
        files.put("10-calls.drl", """
                package strategy;

                import io.dunlin.vocabulary.*;

                rule "A1 Call whoever is late"
                    @owner( collections )
                when
                    $i : Invoice( collectable > 0, daysOverdue > after )
                then
                    propose( $i, CALL, "{daysOverdue} days late" );
                end
                """);
        return files;
    }

    static Map<String, String> with(Map<String, String> files, String path, String text) {
        var changed = new TreeMap<>(files);
        changed.put(path, text);
        return changed;
    }

    static Response get(String path) {
        return given().get(AT + path);
    }

    static String tag(String path) {
        return get(path).then().statusCode(200).extract().header("ETag");
    }

    static Response post(String path, String ifMatch, Object body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(AT + path);
    }

    static Response put(String path, String ifMatch, Object body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(AT + path);
    }

    static Map<String, Object> by(String who) {
        return new HashMap<>(Map.of("by", who, "why", "because " + who + " says so"));
    }

    static Map<String, Object> by(String who, String key, Object value) {
        var body = by(who);
        body.put(key, value);
        return body;
    }

    static void create(String name, Map<String, String> files) {
        var body = by("ada", "name", name);
        body.put("files", files);
        post("", null, body).then().statusCode(201);
    }

    static Response edit(String name, String who, Map<String, String> files) {
        return put(name + "/draft", tag(name + "/draft"), by(who, "files", files));
    }

    static String freeze(String name, String who) {
        var answer = post(name + "/versions", tag(name + "/draft"), by(who));
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer.path("version");
    }

    static Response activate(String name, String version, Map<String, Object> body) {
        return post(name + "/versions/" + version + "/activate", tag(name), body);
    }

    /** Created, frozen and put live by one person: there is nothing severe in it. */
    static String live(String name, Map<String, String> files) {
        create(name, files);
        return goesLive(name, Map.of());
    }

    static String next(String name, Map<String, String> files, Map<String, Object> more) {
        edit(name, "ada", files).then().statusCode(200);
        return goesLive(name, more);
    }

    private static String goesLive(String name, Map<String, Object> more) {
        var version = freeze(name, "ada");
        var body = by("ada");
        body.putAll(more);
        var answer = activate(name, version, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("strategy.live")).isEqualTo(version);
        return version;
    }

    /** All at once, as near as a machine can: everybody stands ready before anybody goes. */
    static List<Response> atOnce(int people, IntFunction<Response> request) throws Exception {
        var ready = new CountDownLatch(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            var answers = new ArrayList<java.util.concurrent.Future<Response>>();
            for (int i = 0; i < people; i++) {
                var person = i;
                answers.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(person);
                }));
            }
            var all = new ArrayList<Response>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    static void exactlyOneWins(List<Response> answers) {
        var codes = answers.stream().map(Response::statusCode).toList();
        assertThat(codes)
                .filteredOn(code -> code == 200)
                .as("winners of " + codes)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(lost -> assertThat(lost.<String>path("code")).isIn("precondition-failed", "conflict"));
    }
}
