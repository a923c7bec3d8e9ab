package io.dunlin.docs;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The few options of curl that the guides use, and no others. */
final class Curl {
    private final Path folder;
    private final RequestSpecification request = given().urlEncodingEnabled(false);
    private String method;
    private String url;
    private boolean hasBody;

    private Curl(Path folder) {
        this.folder = folder;
    }

    static Shell.Answer run(List<String> words, Path folder) throws IOException {
        var curl = new Curl(folder);
        for (var rest = words.iterator(); rest.hasNext(); ) {
            curl.take(rest.next(), rest);
        }
        var method = curl.method != null ? curl.method : curl.hasBody ? "POST" : "GET";
        var response = curl.request.request(method, curl.url);
        var status = response.statusCode();
        return new Shell.Answer(Integer.toString(status), status < 300, response.asString(), response.header("ETag"));
    }

    private void take(String word, Iterator<String> rest) throws IOException {
        switch (word) {
            case "-s", "-i", "-N" -> {}
            case "-X" -> method = rest.next();
            case "-H" -> header(rest.next());
            case "-d", "--data-binary" -> body(rest.next());
            case "-F" -> part(rest.next());
            default -> url = address(word);
        }
    }

    private static String address(String word) {
        if (!word.startsWith("http://")) {
            throw new IllegalArgumentException("curl with `" + word + "` is more than a guide may ask of its reader");
        }
        return word;
    }

    private void header(String header) {
        var at = header.indexOf(": ");
        var value = header.substring(at + 2);
        if (header.substring(0, at).equalsIgnoreCase("content-type")) {
            request.contentType(value);
        } else {
            request.header(header.substring(0, at), value);
        }
    }

    private void body(String data) throws IOException {
        hasBody = true;
        request.body(
                data.startsWith("@")
                        ? Files.readAllBytes(folder.resolve(data.substring(1)))
                        : data.getBytes(StandardCharsets.UTF_8));
    }

    private void part(String part) {
        hasBody = true;
        var at = part.indexOf('=');
        var name = part.substring(0, at);
        if (part.startsWith("@", at + 1)) {
            request.multiPart(name, folder.resolve(part.substring(at + 2)).toFile());
        } else {
            request.multiPart(name, part.substring(at + 1));
        }
    }
}
