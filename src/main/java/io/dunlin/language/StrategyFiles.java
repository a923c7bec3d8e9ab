package io.dunlin.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    /** What the names of scenario files begin with. */
    public static final String SCENARIOS = "scenarios/";

    private static final Pattern PATH =
            Pattern.compile("(scenarios/[\\w-][\\w.-]{0,99}\\.yaml)|([\\w-][\\w.-]{0,99}\\.(drl|yaml|csv|md))");

    public StrategyFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** @throws StrategyUnreadable where something in the folder is no text of a strategy */
    public static StrategyFiles read(Path folder) throws IOException {
        return new StrategyFolder(folder).read();
    }

    /** Whether a file of a strategy can be called so: short, visible, and never a way out of the folder. */
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
