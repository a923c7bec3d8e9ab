package io.dunlin.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Where everything durable lives: {@code postgres/} is the database, the rest belongs to us. */
record DataFolder(Path home) {
    private static final long ROOM_NEEDED = 256L << 20;
    /** Beyond any content, so that a locked file stays readable on Windows. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    Path database() {
        return home.resolve("postgres");
    }

    /** A database in the making; becomes {@link #database()} in one step, so a half-made one is never started. */
    Path draft() {
        return home.resolve("postgres.new");
    }

    Path passwordFile() {
        return home.resolve("postgres.password");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    void create() throws IOException {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new FileAlreadyExistsException(home.toString(), null, "it is a file");
        }
        Files.createDirectories(home);
    }

    /** The operating system gives the lock back however the service ends, so it can never be stale. */
    FileLock lock() throws IOException {
        var channel = FileChannel.open(home.resolve("dunlin.lock"), CREATE, READ, WRITE);
        try {
            var lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(
                                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
                        0);
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same refusal.
        }
        channel.close();
        throw new IOException("The data folder " + home + " is in use by another Dunlin (process "
                + Files.readString(home.resolve("dunlin.lock"))
                + "). Stop that one, or set DUNLIN_DATA to another folder.");
    }

    /** PostgreSQL stops itself when its disk fills up; better not to start it. */
    void requireRoom() throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < ROOM_NEEDED) {
            throw new IOException("The disk of the data folder " + home + " is nearly full: " + (free >> 20)
                    + " MB free, at least " + (ROOM_NEEDED >> 20) + " MB needed.");
        }
    }

    /** Loopback is shared by everybody on the machine, so the database has a password nobody needs to know. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new IOException("The password of the database is missing: " + passwordFile()
                    + " must lie beside the folder it belongs to.");
        }
        return Files.readString(passwordFile()).strip();
    }

    void createPassword() throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(passwordFile(), PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    }
}
