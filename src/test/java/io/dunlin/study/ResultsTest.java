package io.dunlin.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunlin.cli.InProcess;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulation by the service is the simulation of the command line, told in another way. */
@QuarkusTest
@TestProfile(ABookToSimulate.class)
class ResultsTest extends Simulating {
    private static final List<String> MEASURES = List.of("--capacity", "COLLECTOR=2", "--effects", "3");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesComeToTheSameDocumentAndTheSameRowsAsOnTheCommandLine(boolean assuming) throws Exception {
        var book = folder.resolve("book").toString();
        InProcess.run("generate", "--customers", "35", "--seed", "11", "--output", book, "--quiet");
        var changes = folder.resolve("changes.csv");
        var words = new ArrayList<>(List.of("simulate", "--portfolio", book, "--baseline", "rules/standard"));
        words.addAll(List.of("--candidate", "rules/small-business", "--from", "2026-06-22", "--to", "2026-06-30"));
        words.addAll(List.of("--json", "--quiet", "--changes", changes.toString()));
        words.addAll(MEASURES);
        if (assuming) {
            var file = Files.writeString(folder.resolve("the order"), ASSUMPTIONS);
            words.addAll(List.of("--assumptions", file.toString()));
        }
        var alone = InProcess.run(words.toArray(String[]::new));

        var order = order("files").replace("\"portfolio\": {\"ledger\": true},", "");
        upload(assuming ? withAssumptions(order) : order, Path.of(book));
        workOnAll();
        assertThat(inputsInAnyOrder(result("files"))).isEqualTo(inputsInAnyOrder(json.readTree(alone.out())));
        var rows = Files.readAllLines(changes);
        var invoices = changes("files").stream()
                .map(change -> change.path("invoice").asText())
                .toList();
        assertThat(invoices)
                .isNotEmpty()
                .isEqualTo(rows.stream().skip(1).map(row -> row.split(",")[2]).toList());
        given().get(AT + "/files/report")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("small-business"))
                .body(assuming ? containsString("assumptions") : not(containsString("20 draws")));
    }

    private static void upload(String order, Path book) throws Exception {
        var request = given().multiPart(
                        "order", order.replace("\"effects\": 0", "\"effects\": 3, \"capacity\": {\"COLLECTOR\": 2}"))
                .multiPart("mapping", book.resolve("mapping.yaml").toFile());
        try (var files = Files.list(book)) {
            for (var file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                request = request.multiPart("file", file.toFile());
            }
        }
        request.post(AT).then().statusCode(202);
    }

    private JsonNode inputsInAnyOrder(JsonNode document) {
        var inputs = new ArrayList<JsonNode>();
        document.path("manifest").path("inputs").forEach(inputs::add);
        inputs.sort(java.util.Comparator.comparing(JsonNode::toString));
        ((com.fasterxml.jackson.databind.node.ObjectNode) document.path("manifest"))
                .set("inputs", json.valueToTree(inputs));
        return document;
    }

    @Test
    void progressIsToldUntilTheEnd() throws Exception {
        ordered("watched");
        var run = begun(1);
        var heard = CompletableFuture.supplyAsync(
                () -> given().get(AT + "/watched/progress").asString());
        while (run.playNext()) {
            assertThat(heard).as("the stream stays open while it runs").isNotDone();
        }
        run.finish();
        var events = heard.get().strip().split("\n\n");
        assertThat(events[0]).contains("event:");
        assertThat(events[events.length - 1]).contains("event:finished").contains("\"done\":24,\"total\":24");
        assertThat(given().get(AT + "/watched/progress").asString().strip().split("\n\n"))
                .hasSize(1);
        given().get(AT + "/nobody/progress").then().statusCode(404);
    }

    @Test
    void beforeTheEndThereIsNoResultAndThePagesAreLinked() throws Exception {
        ordered("paged");
        for (var what : List.of("result", "report", "changes")) {
            get("/paged/" + what).statusCode(409).body("detail", containsString("QUEUED"));
        }
        workOnAll();
        var link = get("/paged/changes?limit=2").statusCode(200).extract().header("Link");
        assertThat(link).matches("</api/v1/simulations/paged/changes\\?after=\\d+-\\d+&limit=2>; rel=\"next\"");
        var page = given().get(link.substring(1, link.indexOf('>'))).then().statusCode(200);
        page.body("changes.size()", equalTo(2));
        assertThat(page.extract().<String>path("changes[0].invoice"))
                .isEqualTo(changes("paged").get(2).path("invoice").asText());
        assertThat(get("/paged/changes?limit=1000").extract().header("Link")).isNull();
        get("/paged/changes?limit=1001").statusCode(400);
        get("/paged/changes?after=x").statusCode(400).body("errors[0].field", equalTo("after"));
    }
}
