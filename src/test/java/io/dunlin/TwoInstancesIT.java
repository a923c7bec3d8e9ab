package io.dunlin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, as they run in production, on one database. */
class TwoInstancesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY = "\"by\": \"ada\", \"why\": \"a second instance\"";

    @TempDir
    private Path folder;

    @Test
    void whatGoesLiveOnOneDecidesOnTheOther() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        try (var one = ServiceProcess.launch(data).awaitReady();
                var other = one.beside().awaitReady()) {
            var before = decides(other);
            assertThat(before).isEqualTo(decides(one));

            var files = json(get(one, "strategies/small-business/draft"))
                    .path("files")
                    .deepCopy();
            ((ObjectNode) files).put("notes.md", "seen everywhere");
            send("PUT", one, "strategies/small-business/draft", "{" + BY + ", \"files\": " + files + "}");
            var version = json(send("POST", one, "strategies/small-business/versions", "{" + BY + "}"))
                    .path("version")
                    .asText();
            send("POST", one, "strategies/small-business/versions/" + version + "/activate", "{" + BY + "}");

            assertThat(decides(one)).isEqualTo(version).isNotEqualTo(before);
            // It is told at once; the limit only keeps a failure from lasting for ever.
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!decides(other).equals(version) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(decides(other)).isEqualTo(version);
        }
    }

    /** The version with which the instance answers. */
    private static String decides(ServiceProcess instance) throws Exception {
        var facts = "{\"strategy\": \"small-business\", \"customer\": {\"id\": \"Q\", \"country\": \"DE\"}}";
        return json(send("POST", instance, "next-best-action", facts))
                .path("strategy")
                .path("version")
                .asText();
    }

    private static HttpResponse<String> get(ServiceProcess instance, String path) throws Exception {
        return good(HttpRequest.newBuilder(address(instance, path)));
    }

    private static HttpResponse<String> send(String method, ServiceProcess instance, String path, String body)
            throws Exception {
        return good(HttpRequest.newBuilder(address(instance, path))
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static URI address(ServiceProcess instance, String path) {
        return URI.create(instance.address() + "/api/v1/" + path);
    }

    private static HttpResponse<String> good(HttpRequest.Builder request) throws Exception {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
