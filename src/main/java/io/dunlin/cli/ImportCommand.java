package io.dunlin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunlin.portfolio.PortfolioFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Sends a portfolio in files to a running service. Sending it again changes nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--portfolio",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file, or a directory of CSV files.")
    private Path portfolio;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "What the columns mean: a mapping file or the name of one that comes with Dunlin. A directory may bring its own mapping.yaml.")
    private String mapping;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "Where the service listens (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--json", description = "The service's report of every file as one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--url must look like http://127.0.0.1:8080");
        }
        var files = PortfolioFiles.of(portfolio, mapping);
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        long bad = 0;
        for (var file : files.inOrderOfImport()) {
            if (!quiet) {
                spec.commandLine().getErr().println("importing " + file.getFileName() + " ...");
            }
            bad += tell(file, send(client, file, files.mappingOf(file)));
        }
        return bad == 0 ? 0 : 1;
    }

    private JsonNode send(HttpClient client, Path file, String mappingText)
            throws IOException, InterruptedException, Failure {
        var form = new Multipart().text("mapping", "mapping.yaml", mappingText).file("file", file);
        var request = HttpRequest.newBuilder(url.resolve("/api/v1/imports"))
                .header("Content-Type", form.contentType())
                .header("Accept", "application/json, application/problem+json")
                .POST(form.body())
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new Failure(file.getFileName() + ": " + refusal(response.statusCode(), response.body()));
            }
            return Json.mapper().readTree(response.body());
        } catch (ConnectException e) {
            throw new Failure(
                    "no service answers at " + url + "; start it with `dunlin serve`, or say where with --url");
        }
    }

    private static String refusal(int status, String body) {
        try {
            var problem = Json.mapper().readTree(body);
            var sentence = problem.path("detail").asText(problem.path("title").asText(""));
            return sentence.isEmpty() ? "the service answers " + status : sentence + " (" + status + ")";
        } catch (IOException e) {
            return "the service answers " + status;
        }
    }

    private long tell(Path file, JsonNode report) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(report));
        } else {
            print(file, report, out);
        }
        return report.path("rowsBad").asLong();
    }

    private void print(Path file, JsonNode report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d rows in, of which %,d unchanged; %,d rejected%n",
                file.getFileName(),
                report.path("rowsGood").asLong(),
                report.path("unchanged").asLong(),
                report.path("rowsBad").asLong());
        int shown = 0;
        for (var reject : report.path("rejects")) {
            if (shown++ < SHOWN) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "%s, line %s, column %s `%s`: %s%n",
                                file.getFileName(),
                                reject.path("line").asText(),
                                reject.path("column").asText("-"),
                                reject.path("value").asText(""),
                                reject.path("reason").asText());
            }
        }
        if (report.path("rejectsTotal").asLong() > SHOWN) {
            spec.commandLine()
                    .getErr()
                    .println("... all of them: GET "
                            + url.resolve("/api/v1/imports/" + report.path("id").asText()));
        }
    }
}
