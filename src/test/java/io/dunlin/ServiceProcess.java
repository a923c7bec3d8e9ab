package io.dunlin;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service, run the way a user runs it: as a process of its own. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private final Process process;

    private ServiceProcess(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static ServiceProcess launch(Path data) throws IOException {
        return launch(data, Map.of());
    }

    /** Another instance on the database of this one. */
    ServiceProcess beside() throws IOException {
        return launch(
                data,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", databaseUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", "dunlin",
                        "QUARKUS_DATASOURCE_PASSWORD", password()));
    }

    static ServiceProcess launch(Path data, Map<String, String> more) throws IOException {
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", "target/quarkus-app/quarkus-run.jar").redirectErrorStream(true);
        builder.environment().put("DUNLIN_DATA", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(more);
        builder.redirectOutput(data.resolveSibling("output-" + port).toFile());
        return new ServiceProcess(data, port, builder.start());
    }

    ServiceProcess awaitReady() throws Exception {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("The service did not get ready. It said:\n" + output());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    String output() throws IOException {
        return Files.readString(data.resolveSibling("output-" + port));
    }

    /** Straight to the service's own database. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), "dunlin", password());
    }

    private String databaseUrl() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/postgres";
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("postgres.password")).strip();
    }

    ProcessHandle databaseServer() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The service does not end.");
        }
        return process.exitValue();
    }

    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST_START.toSeconds(), TimeUnit.SECONDS).join();
    }
}
