package io.dunlin.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** One PostgreSQL database folder and what can be done with it. */
final class Cluster {
    static final String USER = "dunlin";
    static final String DATABASE = "postgres";

    /** What a commit says is so stays so when the power fails. Spelled out: faster settings are one edit away. */
    private static final String DURABLE = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on";

    /** A failed statement must not carry a debtor's data into the log. */
    private static final String DISCREET = "-c log_error_verbosity=terse -c log_min_error_statement=panic";

    private final DataFolder folder;
    private final Binaries binaries;

    Cluster(DataFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    boolean exists() {
        return Files.exists(folder.database());
    }

    /** The built-in locale sorts alike on every machine, so indexes survive a move of the folder. */
    void create() throws IOException {
        FileUtils.deleteDirectory(folder.draft().toFile());
        folder.createPassword();
        var made = binaries.run(
                "initdb",
                "-D",
                folder.draft().toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.passwordFile(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "-c",
                "timezone=UTC",
                "-c",
                "unix_socket_directories=");
        if (!made.good()) {
            throw new IOException("The database could not be created in " + folder.home() + ": " + made.lastWords());
        }
        Files.move(folder.draft(), folder.database(), ATOMIC_MOVE);
    }

    void requireSameMajorVersion() throws IOException {
        var marker = folder.database().resolve("PG_VERSION");
        if (!Files.exists(marker)) {
            throw new IOException(
                    folder.database() + " is not a PostgreSQL data folder. Move it away, or set DUNLIN_DATA.");
        }
        var theirs = Files.readString(marker).strip();
        var ours = binaries.majorVersion();
        if (!theirs.equals(ours)) {
            throw new IOException(
                    "The database in " + folder.database() + " was written by PostgreSQL " + theirs
                            + ", this Dunlin brings PostgreSQL " + ours
                            + ". Dump it with the Dunlin that wrote it and restore it here, or set DUNLIN_DATA to a new folder.");
        }
    }

    /** Waits as long as crash recovery takes; a server that gives up ends the wait at once. */
    void start(String host, int port) throws IOException {
        var options = String.join(" ", "-p " + port, "-c listen_addresses=" + host, DURABLE, DISCREET);
        var log = folder.log().toString();
        long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        var started = binaries.runDetached(
                "pg_ctl", "start", "-D", folder.database().toString(), "-l", log, "-w", "-t", "3600", "-o", options);
        if (!started.good()) {
            throw new IOException("PostgreSQL did not start on " + folder.database() + ". Its log " + log + " says: "
                    + lastWords(folder.log(), logged));
        }
    }

    void stop() throws IOException {
        var stopped =
                binaries.run("pg_ctl", "stop", "-D", folder.database().toString(), "-m", "fast", "-w", "-t", "60");
        if (!stopped.good()) {
            throw new IOException("PostgreSQL on " + folder.database() + " does not stop: " + stopped.lastWords());
        }
    }

    private static String lastWords(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return "nothing";
        }
        var bytes = Files.readAllBytes(log);
        var text = new String(Arrays.copyOfRange(bytes, (int) Math.min(from, bytes.length), bytes.length));
        var lines = text.lines().toList();
        List<String> tail = lines.subList(Math.max(0, lines.size() - 3), lines.size());
        return tail.isEmpty() ? "nothing" : String.join(" / ", tail);
    }
}
