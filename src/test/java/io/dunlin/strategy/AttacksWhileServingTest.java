package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.create;
import static io.dunlin.strategy.OverRest.get;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Corpus;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyUnreadable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every attack file is handed to the running service, one after the other, while customers are decided all the time. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class AttacksWhileServingTest {
    private static final String FACTS = """
            { "asOf": "2026-06-30",
              "customer": { "id": "C1", "name": "Buyer", "country": "DE", "type": "COMPANY" },
              "invoices": [ { "id": "I1", "customer": "C1", "issued": "2026-04-01", "due": "2026-05-01",
                              "amount": 500.00, "currency": "EUR" } ] }
            """;

    @TempDir
    Path directory;

    @Test
    void theServiceRefusesThemAllAndAnswersEverybodyMeanwhile() throws Exception {
        create("test", callingAfter("test", 5));
        var answered = new AtomicInteger();
        var over = new AtomicBoolean();
        var began = new CountDownLatch(1);
        var customer = Executors.newSingleThreadExecutor();
        try {
            var asking = customer.submit(() -> {
                while (!over.get()) {
                    decide();
                    answered.incrementAndGet();
                    began.countDown();
                }
            });
            began.await();
            int before = answered.get();
            for (var attack : Corpus.attacks()) {
                attack(attack);
            }
            over.set(true);
            asking.get();
            assertThat(answered.get()).isGreaterThan(before);
        } finally {
            over.set(true);
            customer.shutdownNow();
        }
        assertThat(directory.resolve("marker")).doesNotExist();
        assertThat(System.getProperty("dunlin.attacked")).isNull();
        get("test").then().statusCode(200);
    }

    private static void decide() {
        given().contentType(ContentType.JSON)
                .body(FACTS)
                .post("/api/v1/next-best-action")
                .then()
                .statusCode(200);
    }

    private void attack(Path file) throws Exception {
        var folder = directory.resolve("test");
        if (Files.isDirectory(folder)) {
            try (var old = Files.list(folder)) {
                for (var one : old.toList()) {
                    Files.delete(one);
                }
            }
        }
        StrategyFiles files;
        try {
            files = StrategyFiles.read(Corpus.strategy(file, directory, directory.resolve("marker")));
        } catch (StrategyUnreadable notEvenText) {
            return;
        }
        var body = by("mallory", "files", new TreeMap<>(files.files()));
        var handedIn = put("test/draft", "*", body);
        if (handedIn.statusCode() == 200) {
            var check = post("test/draft/check", null, "");
            assertThat(check.statusCode()).as(file + ": " + check.asString()).isEqualTo(200);
            assertThat(check.<Boolean>path("passed")).as(file.toString()).isFalse();
        } else {
            assertThat(handedIn.statusCode())
                    .as(file + ": " + handedIn.asString())
                    .isBetween(400, 499);
        }
    }
}
