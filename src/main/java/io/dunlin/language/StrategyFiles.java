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

/** A strategy as text: {@code strategy.yaml} and its {@code *.drl} files, by name. Its content is its version. */
public record StrategyFiles(String name, SortedMap<String, String> files) {
    public static final String MANIFEST = "strategy.yaml";

    public StrategyFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static StrategyFiles read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var list = Files.newDirectoryStream(folder, "*.{drl,yaml}")) {
            for (var file : list) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return new StrategyFiles(
                folder.toAbsolutePath().normalize().getFileName().toString(), files);
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
