package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A strategy as a zip of its folder: unpacked into {@code rules/} it is the folder, byte for byte. */
final class FolderZip {
    /** The same files give the same bytes, whenever they are asked for. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private FolderZip() {}

    static byte[] write(StrategyFiles files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.files().entrySet()) {
                var entry = new ZipEntry(files.name() + "/" + file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With or without the folder itself in the paths; reads no more than a strategy may have, however it is packed. */
    static Map<String, String> read(InputStream body) throws IOException {
        var files = new TreeMap<String, String>();
        long left = FilesCheck.MOST_CHARACTERS * 4L;
        try (var zip = new ZipInputStream(body, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !isOfTheMachine(entry.getName())) {
                    var bytes = zip.readNBytes((int) left + 1);
                    left -= bytes.length;
                    if (left < 0 || files.size() >= FilesCheck.MOST_FILES) {
                        throw Problem.TOO_LARGE.because("A strategy has at most " + FilesCheck.MOST_FILES
                                + " files and " + FilesCheck.MOST_CHARACTERS + " characters.");
                    }
                    int before = files.size();
                    TableUpload.put(files, entry.getName(), bytes);
                    if (files.size() == before) {
                        throw Problem.INVALID_FILE.because("`" + entry.getName() + "` is in it twice; what one program "
                                + "shows is not what another takes.");
                    }
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw Problem.INVALID_FILE.because("This is not a zip file that can be read: " + e.getMessage() + ".");
        }
        if (files.isEmpty()) {
            throw Problem.INVALID_FILE.because("There is no file in it, or it is not a zip file.");
        }
        return withoutFolder(files);
    }

    /** What Windows and macOS put beside people's files. */
    private static boolean isOfTheMachine(String path) {
        return path.startsWith("__MACOSX/") || path.matches("(.*/)?(\\.DS_Store|Thumbs\\.db|desktop\\.ini)");
    }

    /** The folder is where strategy.yaml is; what stands elsewhere keeps its path, and is refused by it. */
    private static Map<String, String> withoutFolder(TreeMap<String, String> files) {
        var manifests = files.keySet().stream().filter(path -> path.matches("[^/]+/" + StrategyFiles.MANIFEST));
        var folder = files.containsKey(StrategyFiles.MANIFEST)
                ? ""
                : manifests
                        .findFirst()
                        .or(() -> Optional.of(files.firstKey()))
                        .map(path -> path.substring(0, path.indexOf('/') + 1))
                        .filter(found -> !found.equals(StrategyFiles.SCENARIOS))
                        .orElse("");
        var inside = new TreeMap<String, String>();
        files.forEach(
                (path, text) -> inside.put(path.startsWith(folder) ? path.substring(folder.length()) : path, text));
        return inside;
    }
}
