package io.dunlin.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory for work in progress: gone when it is closed, and when the process ends before that. */
final class Scratch implements AutoCloseable {
    private static final int ATTEMPTS = 40;
    private static final long PAUSE = 50;

    private final Thread onExit = new Thread(this::end, "remove-scratch");
    private Path directory;
    private boolean ended;

    interface Maker {
        Path make() throws IOException;
    }

    private Scratch() {}

    /** Makes none once the process is going down, when nobody would remove it any more. */
    static Scratch of(Maker maker) throws IOException {
        var scratch = new Scratch();
        try {
            Runtime.getRuntime().addShutdownHook(scratch.onExit);
        } catch (IllegalStateException e) {
            throw new IOException("the process is ending", e);
        }
        synchronized (scratch) {
            if (scratch.ended) {
                throw new IOException("the process is ending");
            }
            scratch.directory = maker.make();
        }
        return scratch;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // on the way out already; the hook does the rest
        }
    }

    private void delete() throws IOException {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The other threads work on until the process is gone, and may write once more. */
    private void end() {
        synchronized (this) {
            ended = true;
        }
        for (int attempt = 0; attempt < ATTEMPTS && directory != null && Files.exists(directory); attempt++) {
            try {
                delete();
            } catch (IOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
