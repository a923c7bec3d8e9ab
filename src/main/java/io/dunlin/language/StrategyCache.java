package io.dunlin.language;

import io.dunlin.language.KeptRules.Content;
import io.dunlin.language.KeptRules.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Spares a short-lived process the parsing of rules it has seen before: parsing costs seconds in a cold Java, the rest a
 * tenth. An entry is named after everything it depends on and carries its own checksum. One that is not exactly what was
 * written is not used; a cache that cannot be read or written is no cache, never a failure.
 */
public final class StrategyCache {
    /** A strategy and a guard make two entries; few people switch between more versions than this. */
    static final int MOST_ENTRIES = 64;

    private static final int MOST_BYTES = 8_000_000;
    private static final String SUFFIX = ".rules";

    private final Path folder;
    private final String build;

    /**
     * @param folder made if it is missing; null for no cache
     * @param build what tells this build of Dunlin from every other
     */
    public StrategyCache(Path folder, String build) {
        this.folder = folder;
        this.build = build;
    }

    /** As {@link StrategyCompiler#compile}. A refused strategy is never kept: whoever mends it wants to see all of it. */
    public Compiled compile(StrategyFiles files) throws StrategyRefused {
        if (folder == null) {
            return StrategyCompiler.compile(files);
        }
        var entry = entry(files);
        var kept = kept(entry, files);
        if (kept.isPresent()) {
            return kept.get();
        }
        var compiled = StrategyCompiler.compile(files);
        try {
            keep(entry, compiled);
        } catch (IOException e) {
            // a full disk, a folder of somebody else: the next start compiles again
        }
        return compiled;
    }

    Path entry(StrategyFiles files) {
        return folder.resolve(key(files) + SUFFIX);
    }

    private Optional<Compiled> kept(Path entry, StrategyFiles files) {
        try {
            if (!Files.isRegularFile(entry) || Files.size(entry) > MOST_BYTES || !isOurs()) {
                return Optional.empty();
            }
            var body = checked(Files.readAllBytes(entry), entry);
            var findings = new Findings();
            var manifest = new ManifestReader(files, findings).read();
            if (findings.hasErrors()) {
                return Optional.empty();
            }
            var content = new KeptRules(manifest).read(body);
            return Optional.of(new Compiled(files, manifest, content.rules(), content.warnings()));
        } catch (IOException | Unusable e) {
            return Optional.empty();
        }
    }

    /** Whoever else could write here could decide what the rules are. */
    private boolean isOurs() throws IOException {
        return !hasPermissions()
                || Files.getPosixFilePermissions(folder).stream()
                        .noneMatch(p -> p == PosixFilePermission.OTHERS_WRITE || p == PosixFilePermission.GROUP_WRITE);
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] checked(byte[] entry, Path file) throws Unusable {
        int end = 0;
        while (end < entry.length && entry[end] != '\n') {
            end++;
        }
        var body = entry.length == end ? new byte[0] : Arrays.copyOfRange(entry, end + 1, entry.length);
        if (!heading(file, body).equals(new String(entry, 0, end, StandardCharsets.UTF_8))) {
            throw new Unusable("not what was written");
        }
        return body;
    }

    static String heading(Path file, byte[] body) {
        var sha = sha256();
        sha.update(body);
        return file.getFileName() + " " + HexFormat.of().formatHex(sha.digest());
    }

    private void keep(Path entry, Compiled compiled) throws IOException {
        var body = KeptRules.write(new Content(compiled.rules(), compiled.warnings()));
        if (!readsBack(body, compiled)) {
            return;
        }
        makeFolder();
        if (!isOurs()) {
            return;
        }
        var part = Files.createTempFile(folder, "new", ".part");
        try {
            Files.write(part, (heading(entry, body) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.write(part, body, StandardOpenOption.APPEND);
            Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        forgetOldest();
    }

    /** A rule that cannot be told in words exactly (blanks inside a quoted word, say) is compiled each time. */
    private static boolean readsBack(byte[] body, Compiled compiled) {
        try {
            var back = new KeptRules(compiled.manifest()).read(body);
            return Alike.alike(back.rules(), compiled.rules())
                    && back.warnings().equals(compiled.warnings());
        } catch (Unusable e) {
            return false;
        }
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (Files.isDirectory(folder)) {
            return;
        }
        if (hasPermissions()) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> entries;
        try (var list = Files.list(folder)) {
            entries = list.filter(file ->
                            file.toString().endsWith(SUFFIX) || file.toString().endsWith(".part"))
                    .sorted(Comparator.comparing(StrategyCache::written).reversed())
                    .toList();
        }
        for (var old : entries.subList(Math.min(MOST_ENTRIES, entries.size()), entries.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // gone meanwhile
            return FileTime.fromMillis(0);
        }
    }

    /** Byte for byte, unlike the version of a strategy: line ends decide on which line something stands. */
    private String key(StrategyFiles files) {
        var sha = sha256();
        part(sha, build);
        part(sha, files.name());
        files.files().forEach((file, text) -> {
            part(sha, file);
            part(sha, text);
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    /** With its length, so that no two lists of parts look the same. */
    private static void part(MessageDigest sha, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
