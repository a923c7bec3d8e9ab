package io.dunlin.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
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

    /** At the beginning a byte order mark only says that the file is UTF-8: several programs put it there, and nobody sees it. */
    private static final Pattern MARKS = Pattern.compile("^\uFEFF+");

    /** What Windows takes for a device, whatever comes behind the point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final Pattern PATH =
            Pattern.compile("(scenarios/[\\w-][\\w.-]{0,99}\\.yaml)|([\\w-][\\w.-]{0,99}\\.(drl|yaml|csv|md))");

    public StrategyFiles {
        var texts = new TreeMap<String, String>();
        files.forEach((file, text) -> texts.put(file, MARKS.matcher(text).replaceFirst("")));
        files = java.util.Collections.unmodifiableSortedMap(texts);
    }

    /** @throws StrategyUnreadable where something in the folder is no text of a strategy */
    public static StrategyFiles read(Path folder) throws IOException {
        return new StrategyFolder(folder).read();
    }

    /** Whether a file of a strategy can be called so: short, visible, and never a way out of the folder. */
    public static boolean isPath(String path) {
        return PATH.matcher(path).matches() && !isDevice(path.substring(path.indexOf('/') + 1));
    }

    /** Whether no folder or file on Windows can be called so: a strategy is exported as a folder. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    /** Paths that are one file where capitals do not count, as on most people's machines; empty where there are none. */
    public static Optional<String> colliding(Collection<String> paths) {
        var seen = new HashSet<String>();
        return paths.stream()
                .filter(path -> !seen.add(path.toLowerCase(Locale.ROOT)))
                .findFirst();
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
