package io.dunlin.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A strategy as text: {@code strategy.yaml}, its {@code *.drl} files and its {@code scenarios/*.yaml}, by name. All of its
 * content is its version: what a version was tested with can be read as long as the version itself.
 */
public record StrategyFiles(String name, SortedMap<String, String> files) {
    public static final String MANIFEST = "strategy.yaml";
    /** What the names of scenario files begin with. */
    public static final String SCENARIOS = "scenarios/";

    public StrategyFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static StrategyFiles read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        read(folder, "*.{drl,yaml}", "", files);
        if (Files.isDirectory(folder.resolve(SCENARIOS))) {
            read(folder.resolve(SCENARIOS), "*.yaml", SCENARIOS, files);
        }
        return new StrategyFiles(
                folder.toAbsolutePath().normalize().getFileName().toString(), files);
    }

    private static void read(Path folder, String which, String prefix, SortedMap<String, String> into)
            throws IOException {
        try (var list = Files.newDirectoryStream(folder, which)) {
            for (var file : list) {
                into.put(prefix + file.getFileName(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }

    /** SHA-256 over names and contents, line ends normalised so that a checkout on another system is the same version. */
    public String version() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            files.forEach((file, text) -> {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
