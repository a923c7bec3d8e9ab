package io.dunlin.cli;

import io.dunlin.language.StrategyCache;
import io.dunlin.portfolio.PortfolioCache;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a user's short-lived processes leave each other what is costly to make; safe to delete at any time. */
final class UserCache {
    private UserCache() {}

    static StrategyCache strategies() {
        return new StrategyCache(folder(System.getenv(), System.getProperty("user.home")), build());
    }

    static PortfolioCache portfolios(Path chosen) throws Failure {
        long limit = limit(System.getenv());
        if (chosen != null) {
            return new PortfolioCache(chosen, limit, "Choose another place with --cache.");
        }
        var folder = folder(System.getenv(), System.getProperty("user.home"));
        return new PortfolioCache(
                folder == null ? null : folder.resolve("portfolios"), limit, PortfolioCache.ELSEWHERE);
    }

    /** In bytes, or as {@code 500M}, {@code 20G}. */
    static long limit(Map<String, String> environment) throws Failure {
        var chosen = environment.get("DUNLIN_CACHE_LIMIT");
        if (chosen == null || chosen.isBlank()) {
            return PortfolioCache.LIMIT;
        }
        var size = Pattern.compile("(\\d{1,12})([KMGT]?)", Pattern.CASE_INSENSITIVE)
                .matcher(chosen.strip());
        if (!size.matches()) {
            throw new Failure("DUNLIN_CACHE_LIMIT is `" + chosen + "`; it must be a size such as 500M or 20G");
        }
        int unit =
                size.group(2).isEmpty() ? 0 : 1 + "KMGT".indexOf(size.group(2).toUpperCase(Locale.ROOT));
        return Long.parseLong(size.group(1)) << (10 * unit);
    }

    /** Null for none: switched off, or there is no place for it. */
    static Path folder(Map<String, String> environment, String home) {
        var chosen = environment.get("DUNLIN_CACHE");
        if (chosen != null) {
            return chosen.isBlank() || chosen.equals("off") ? null : Path.of(chosen);
        }
        var xdg = environment.get("XDG_CACHE_HOME");
        // The standard says that a path which is not absolute is to be ignored.
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, "dunlin");
        }
        return home == null || !Files.isDirectory(Path.of(home)) ? null : Path.of(home, ".cache", "dunlin");
    }

    /** Our own code and the names of the libraries beside it, which carry their versions. */
    private static String build() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                sha.update(Path.of(part).getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            addCode(sha);
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException | NoSuchAlgorithmException | java.net.URISyntaxException e) {
            throw new IllegalStateException("dunlin cannot read its own code", e);
        }
    }

    private static void addCode(MessageDigest sha) throws IOException, java.net.URISyntaxException {
        var code = Path.of(StrategyCache.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isRegularFile(code)) {
            sha.update(Files.readAllBytes(code));
            return;
        }
        // Classes not packed, as in development.
        try (var files = Files.walk(code)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                sha.update(Files.readAllBytes(file));
            }
        }
    }
}
