package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.mapping.Kind;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the files of a portfolio contain, as hashes. */
public record Contents(Map<Path, String> sha256) {
    /** Raise it when the same files must be read anew. */
    private static final String FORMAT = "4";

    public static Contents of(PortfolioFiles files) throws IOException {
        var hashes = new LinkedHashMap<Path, String>();
        for (var file : files.paths()) {
            hashes.put(file, hash(file));
        }
        return new Contents(hashes);
    }

    private static String hash(Path file) throws IOException {
        var sha = digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), sha)) {
            var buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // the digest is what reading is for
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The mapping as one hash, rates included. */
    public static String ofMapping(PortfolioFiles files) {
        var text = new StringBuilder(files.folder().rates().toString());
        if (files.folder().sizeClasses() != null) {
            text.append(files.folder().sizeClasses());
        }
        files.mappings().forEach((file, mapping) -> text.append(files.mappingOf(file)));
        return hex(text.toString());
    }

    /** Of what depends on the day and the rates too. */
    String key(PortfolioFiles files, LocalDate day) {
        var shape = Arrays.toString(Survey.class.getRecordComponents());
        return hex(key(files) + day + files.folder().rates() + shape).substring(0, 32) + "-survey";
    }

    String key(PortfolioFiles files) {
        var text = new StringBuilder(FORMAT).append(Arrays.toString(Kind.values()));
        describe(Account.class, text, new TreeSet<>());
        sha256.forEach((file, hash) -> text.append(hash).append(files.mappingOf(file)));
        return hex(text.toString()).substring(0, 32);
    }

    /** The shape of our own records: with other fields the rows that were laid down mean something else. */
    private static void describe(Class<?> type, StringBuilder text, Set<String> seen) {
        if (type.isRecord() && seen.add(type.getName())) {
            for (var component : type.getRecordComponents()) {
                text.append(component.getName())
                        .append(':')
                        .append(component.getGenericType().getTypeName());
                describe(component.getType(), text, seen);
                if (component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item) {
                    describe(item, text, seen);
                }
            }
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
