package io.dunlin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that get their names only when all of them are complete; whatever ends the command earlier leaves none. */
final class Unfinished implements AutoCloseable {
    private final Map<Path, Path> parts = new LinkedHashMap<>();
    private final List<Path> scratches = new ArrayList<>();
    private final Thread onExit = new Thread(this::discard, "remove-unfinished");

    Unfinished() {
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Where to write what shall be called so. */
    Path of(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("there is no folder `" + folder + "` to write " + file.getFileName() + " into");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("`" + file + "` is a folder; name a file in it");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        parts.put(part, file);
        return part;
    }

    /** A file beside another that is never given a name. */
    Path scratch(Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".rows.part");
        Files.deleteIfExists(part);
        scratches.add(part);
        return part;
    }

    void finish() throws IOException {
        for (var part : parts.entrySet()) {
            Files.move(part.getKey(), part.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
        parts.clear();
    }

    private void discard() {
        parts.keySet().forEach(part -> part.toFile().delete());
        scratches.forEach(part -> part.toFile().delete());
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // on the way out already; the hook does the rest
        }
    }
}
