package io.dunlin.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for a while. One for each study on a machine: what a killed service left there is cleared by whoever goes on. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch of(String study) throws IOException {
        // An id is letters, digits, dots, dashes and underscores.
        var scratch = new Scratch(Path.of(System.getProperty("java.io.tmpdir"), "dunlin-study-" + study));
        scratch.close();
        Files.createDirectory(scratch.folder);
        return scratch;
    }

    static Scratch forAWhile() throws IOException {
        return new Scratch(Files.createTempDirectory("dunlin-upload-"));
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
