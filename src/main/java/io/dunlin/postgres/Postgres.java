package io.dunlin.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The PostgreSQL that comes with the service: one server over one data folder, for one service at a time. It outlives a
 * killed service; the next start finds and stops it before starting its own.
 */
public final class Postgres implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /** What became of an attempt to start. */
    public sealed interface Start {
        record Running(Postgres server) implements Start {}

        /** The sentence is for the person who typed the command. */
        record Refused(String why) implements Start {}
    }

    private final FileLock lock;
    private final Cluster cluster;
    private final String password;
    private final int port;

    private Postgres(FileLock lock, Cluster cluster, String password, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /** Brings the database in {@code home} up, creating it the first time. */
    public static Start start(Path home) {
        var folder = new DataFolder(home.toAbsolutePath().normalize());
        try {
            folder.create();
            var lock = folder.lock();
            try {
                return new Start.Running(startLocked(folder, lock));
            } catch (IOException | RuntimeException e) {
                lock.channel().close();
                throw e;
            }
        } catch (FileSystemException e) {
            return new Start.Refused("The data folder " + folder.home() + " cannot be used: " + reason(e)
                    + ". Set DUNLIN_DATA to a folder of yours.");
        } catch (IOException e) {
            return new Start.Refused(e.getMessage());
        }
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + failure.getFile();
        }
        return failure.getMessage();
    }

    private static Postgres startLocked(DataFolder folder, FileLock lock) throws IOException {
        folder.requireRoom();
        var cluster = new Cluster(folder, Binaries.unpackedIn(folder.home()));
        if (!cluster.exists()) {
            cluster.create();
        }
        cluster.requireSameMajorVersion();
        var password = folder.password();
        new LeftOver(folder, cluster).stop();
        int port = freePort();
        cluster.start(HOST, port);
        return new Postgres(lock, cluster, password, port);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        }
    }

    /** What a Quarkus datasource needs to know, by the names of its properties. */
    public Map<String, String> datasource() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + HOST + ":" + port + "/" + Cluster.DATABASE,
                "quarkus.datasource.username",
                Cluster.USER,
                "quarkus.datasource.password",
                password);
    }

    /** Stops the server; everything committed is on disk already. */
    @Override
    public void close() throws IOException {
        try {
            cluster.stop();
        } finally {
            lock.channel().close();
        }
    }
}
