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
import java.util.regex.Pattern;

/**
 * A strategy as text: {@code strategy.yaml}, its rules, tables and notes, and {@code scenarios/*.yaml}, by path inside its
 * folder. Its content is its version, scenarios included: they are part of what was agreed.
 */
public record StrategyFiles(String name, SortedMap<String, String> files) {
    public static final String MANIFEST = "strategy.yaml";
    public static final String SCENARIOS = "scenarios/";

    private static final Pattern PATH =
            Pattern.compile("(scenarios/[\\w-][\\w.-]{0,99}\\.yaml)|([\\w-][\\w.-]{0,99}\\.(drl|yaml|csv|md))");

    public StrategyFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static StrategyFiles read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder, 2)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (isPath(path)) {
                    files.put(path, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return new StrategyFiles(
                folder.toAbsolutePath().normalize().getFileName().toString(), files);
    }

    /** Whether a file of this path belongs to a strategy; whatever else lies in a folder is left out. */
    public static boolean isPath(String path) {
        return PATH.matcher(path).matches();
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
