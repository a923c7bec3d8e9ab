package io.dunlin.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that makes no classes of its own, however often it asks. */
final class Asker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI at;

    Asker(URI at) {
        this.at = at;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at.resolve(path)).build());
    }

    HttpResponse<String> post(String path, String ifMatch, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at.resolve(path))
                .header("Content-Type", "application/json")
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    static JsonNode tree(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
