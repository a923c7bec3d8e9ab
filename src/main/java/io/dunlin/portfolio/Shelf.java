package io.dunlin.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A directory of entries, each a directory that appears complete or not at all. When all of them together grow too large,
 * those that were not used for the longest time go; none that somebody uses, in whatever process. What is not called as
 * an entry is called is nobody's business here.
 */
final class Shelf {
    private static final String ENTRY = "[0-9a-f]{32}(-[a-z]+)*";
    private static final String UNFINISHED = ENTRY + "\\.part-.*";

    private final Path directory;
    private final long limit;

    Shelf(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /** A directory nobody removes until this is closed. */
    record Held(Path path, Closeable hold) implements Closeable {
        @Override
        public void close() throws IOException {
            hold.close();
        }
    }

    /** Null if there is no such entry. One that is damaged is thrown away, as if it had never been. */
    Held take(String name) throws IOException {
        if (!Files.isDirectory(directory.resolve(name))) {
            return null;
        }
        var hold = Holds.in(directory).hold(name);
        var entry = directory.resolve(name);
        // It may have gone before we had hold of it.
        if (!Files.isDirectory(entry)) {
            hold.close();
            return null;
        }
        if (!Seal.isWhole(entry)) {
            hold.close();
            remove(entry);
            return null;
        }
        touch(entry);
        return new Held(entry, hold);
    }

    private static void touch(Path entry) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Clock.systemUTC().instant()));
        } catch (IOException e) {
            // somebody else's entry, which we may read: it is used all the same
        }
    }

    /** Where to write an entry before it has its name. */
    Held begin(String name) throws IOException {
        Files.createDirectories(directory);
        var unfinished = name + ".part-" + UUID.randomUUID();
        var hold = Holds.in(directory).hold(unfinished);
        return new Held(Files.createDirectory(directory.resolve(unfinished)), hold);
    }

    /** Gives an entry its name; if somebody was quicker, theirs is as good. */
    Held finish(Held written, String name) throws IOException {
        Seal.put(written.path());
        var entry = directory.resolve(name);
        var hold = Holds.in(directory).hold(name);
        try {
            Files.move(written.path(), entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Seal.isWhole(entry)) {
                hold.close();
                throw e;
            }
        }
        return new Held(entry, hold);
    }

    /** Makes room. What cannot be removed stays; it must not stop who only wants to read. */
    void trim() {
        try {
            var entries = named(ENTRY);
            for (var left : named(UNFINISHED)) {
                remove(left);
            }
            long sum = 0;
            for (var entry : entries) {
                sum += size(entry);
            }
            for (var entry : entries) {
                if (sum <= limit) {
                    return;
                }
                long size = size(entry);
                sum -= remove(entry) ? size : 0;
            }
        } catch (IOException | UncheckedIOException e) {
            // the next one tries again
        }
    }

    /** The longest unused first. */
    private List<Path> named(String pattern) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(path -> String.valueOf(path.getFileName()).matches(pattern))
                    .filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Shelf::used).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static FileTime used(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(Path entry) throws IOException {
        try (var files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** First it loses its name: half an entry is not to be taken for a whole one, whenever the power fails. */
    private boolean remove(Path entry) throws IOException {
        var gone = directory.resolve("0".repeat(32) + ".part-" + UUID.randomUUID());
        var removed = Holds.in(directory)
                .ifFree(entry.getFileName().toString(), () -> Files.move(entry, gone, StandardCopyOption.ATOMIC_MOVE));
        if (removed) {
            delete(gone);
        }
        return removed;
    }

    static void delete(Path part) {
        if (!Files.exists(part)) {
            return;
        }
        try (var paths = Files.walk(part)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
