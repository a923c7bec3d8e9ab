package io.dunlin.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files that somebody might hand in: one strategy each, alone beside a manifest that is in order. */
public final class Corpus {
    static final Path ROOT = Path.of("src/test/resources/confinement");
    public static final String MANIFEST = """
            name: test
            purpose: a test
            ladder: [REMINDER, CALL]
            parameters:
              late: { value: 14, unit: days, meaning: "when" }
              small: { value: 25.00, unit: EUR, meaning: "what" }
            """;

    private Corpus() {}

    public static List<Path> attacks() {
        return files("attacks");
    }

    public static List<Path> legitimate() {
        return files("legitimate");
    }

    private static List<Path> files(String folder) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name under which the file stands in its strategy. */
    static String nameOf(Path file) {
        return file.toString().endsWith(".yaml")
                ? StrategyFiles.MANIFEST
                : file.getFileName().toString();
    }

    /** Puts the file into a folder as a strategy of its own; what it would leave behind is {@code marker}. */
    public static Path strategy(Path file, Path parent, Path marker) throws IOException {
        var folder = Files.createDirectories(parent.resolve("test"));
        Files.writeString(folder.resolve(StrategyFiles.MANIFEST), MANIFEST);
        Files.write(folder.resolve(nameOf(file)), withMarker(Files.readAllBytes(file), marker));
        return folder;
    }

    /** Byte by byte: many of the files are no text. */
    private static byte[] withMarker(byte[] bytes, Path marker) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var path = new String(marker.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var filled = text.replace("@MARKER@", path).getBytes(StandardCharsets.ISO_8859_1);
        return text.contains("@MARKER@") ? filled : Arrays.copyOf(bytes, bytes.length);
    }
}
