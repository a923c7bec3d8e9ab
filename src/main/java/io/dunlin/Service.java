package io.dunlin;

import io.dunlin.ledger.DemoBook;
import io.dunlin.postgres.Postgres;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./dunlin serve}: a database first, the service over it, and both down again in the opposite order. */
@QuarkusMain
public final class Service implements QuarkusApplication {
    private static final String OWN_DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final long LONGEST_STOP_SECONDS = 60;

    private static final String DEMO_CUSTOMERS = "200";

    private final HttpServer http;
    private final DemoBook demo;

    Service(HttpServer http, DemoBook demo) {
        this.http = http;
        this.demo = demo;
    }

    public static void main(String... arguments) {
        if (bringsOwnDatabase()) {
            Quarkus.run(Service.class, arguments);
            return;
        }
        var start = Postgres.start(dataFolder());
        if (start instanceof Postgres.Start.Running running) {
            serveOn(running.server(), arguments);
        } else if (start instanceof Postgres.Start.Refused refused) {
            System.err.println("dunlin: " + refused.why());
            System.exit(1);
        }
    }

    private static boolean bringsOwnDatabase() {
        return System.getenv(OWN_DATABASE) != null || System.getProperty("quarkus.datasource.jdbc.url") != null;
    }

    private static Path dataFolder() {
        return Path.of(Optional.ofNullable(System.getenv("DUNLIN_DATA")).orElse("data"));
    }

    private static void serveOn(Postgres server, String... arguments) {
        server.datasource().forEach(System::setProperty);
        if (System.getenv("DUNLIN_LEDGER_DEMO_CUSTOMERS") == null) {
            System.setProperty("dunlin.ledger.demo-customers", DEMO_CUSTOMERS);
        }
        var served = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, served), "postgres-stop"));
        // Not a handler of this one run: with that, Quarkus no longer says why a start failed.
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            served.countDown();
            System.exit(code);
        });
        Quarkus.run(Service.class, arguments);
    }

    /** Shutdown hooks run side by side: this one waits until the service has let go of its connections. */
    private static void stop(Postgres server, CountDownLatch served) {
        try (server) {
            if (!served.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("dunlin: the service does not end; stopping its database all the same");
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("dunlin: " + e.getMessage());
        }
    }

    @Override
    public int run(String... arguments) {
        var address = http.getLocalBaseUri();
        System.out.printf(
                "%nDunlin listens on %s, its API is described on %s%n", address, address.resolve("/q/swagger-ui"));
        demo.example()
                .ifPresent(customer -> System.out.printf(
                        "%nA first request, about a customer of the generated demo book:%n%n"
                                + "    curl -X POST '%s'%n%n",
                        address.resolve("/api/v1/customers/" + customer + "/next-best-action?asOf=" + DemoBook.DAY)));
        Quarkus.waitForExit();
        return 0;
    }
}
