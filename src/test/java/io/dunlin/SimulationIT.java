package io.dunlin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation outlives the service that runs it. */
class SimulationIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void afterAStopAndAfterAKillItGoesOnAndComesToTheSame() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        // Nobody could take it over in time: stopped in good order it is given back.
        var stopped = launch(data, "PT10M");
        order(stopped, "disturbed");
        long played = awaitMoreThan(0, stopped, "disturbed");
        assertThat(stopped.stop()).as("ended by SIGTERM").isEqualTo(143);

        var killed = launch(data, "PT1S");
        played = awaitMoreThan(played, killed, "disturbed");
        killed.kill();

        try (var last = launch(data, "PT1S")) {
            assertThat(get(last, "disturbed").path("done").asLong()).isGreaterThanOrEqualTo(played);
            awaitEnd(last, "disturbed");
            order(last, "undisturbed");
            awaitEnd(last, "undisturbed");
            for (var what : new String[] {"result", "changes?limit=1000"}) {
                assertThat(get(last, "disturbed/" + what)).isEqualTo(get(last, "undisturbed/" + what));
            }
            assertThat(get(last, "disturbed/result").path("changedInvoices").asInt())
                    .isPositive();
        }
    }

    private static ServiceProcess launch(Path data, String takenOverAfter) throws Exception {
        var settings = Map.of(
                "DUNLIN_STUDY_TAKEN_OVER_AFTER", takenOverAfter,
                "DUNLIN_STUDY_POLL_EVERY", "PT0.2S",
                "DUNLIN_STUDY_TELL_EVERY", "PT0.02S",
                "DUNLIN_STUDY_PART_CUSTOMERS", "4",
                "DUNLIN_STUDY_THREADS", "1");
        return ServiceProcess.launch(data, settings).awaitReady();
    }

    private static void order(ServiceProcess service, String id) throws Exception {
        var order = """
                {"id": "%s", "portfolio": {"ledger": true}, "baseline": {"strategy": "standard"},
                 "candidate": {"strategy": "small-business"}, "from": "2025-07-01", "to": "2026-06-30"}""".formatted(id);
        var answer = CLIENT.send(
                HttpRequest.newBuilder(address(service, ""))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** How many customers were played when more than so many were; it must not be over by then. */
    private static long awaitMoreThan(long done, ServiceProcess service, String id) throws Exception {
        var now = listen(service, id, "\"done\":(?!" + done + ",)[1-9]");
        assertThat(now.path("state").asText()).as(now.toString()).isEqualTo("RUNNING");
        return now.path("done").asLong();
    }

    private static void awaitEnd(ServiceProcess service, String id) throws Exception {
        var last = listen(service, id, "\"endedAt\":\"");
        assertThat(last.path("state").asText()).as(last.toString()).isEqualTo("FINISHED");
    }

    /** The first news in which this can be found. */
    private static JsonNode listen(ServiceProcess service, String id, String wanted) throws Exception {
        var request = HttpRequest.newBuilder(address(service, id + "/progress")).build();
        try (var lines = CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            var news = lines.filter(line -> line.startsWith("data:"))
                    .filter(line -> line.matches(".*" + wanted + ".*"))
                    .findFirst()
                    .orElseThrow();
            return JSON.readTree(news.substring("data:".length()));
        }
    }

    private static JsonNode get(ServiceProcess service, String path) throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(address(service, path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static URI address(ServiceProcess service, String path) {
        return URI.create(service.address() + "/api/v1/simulations/" + path);
    }
}
