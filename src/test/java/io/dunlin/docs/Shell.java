package io.dunlin.docs;

import io.dunlin.cli.InProcess;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Carries out what a guide tells its reader to type, in a folder that stands for the reader's, against the service under
 * test. {@code DECISION_ID} and {@code IMPORT_ID} stand for the id of the answer before, {@code VERSION} for the version it
 * named and {@code ETAG} for its header of that name, as the guides say.
 */
final class Shell {
    private static final Set<String> WRITTEN = Set.of("--output", "--rejects", "--report", "--changes");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{32,36})\"");

    private final Path folder;
    private static final Pattern VERSION = Pattern.compile("\"version\":\"([0-9a-f]{64})\"");

    private String lastId = "";
    private String lastVersion = "";
    private String lastTag = "";

    Shell(Path folder) {
        this.folder = folder;
    }

    /** @param code status or exit code */
    record Answer(String code, boolean good, String text, String tag) {
        Answer(String code, boolean good, String text) {
            this(code, good, text, null);
        }
    }

    Answer run(List<String> typed) throws IOException {
        var words = typed.stream().map(this::filledIn).toList();
        var rest = words.subList(1, words.size());
        var answer =
                switch (words.get(0)) {
                    case "curl" -> Curl.run(rest, folder);
                    case "./dunlin" -> dunlin(rest);
                    case "cp" -> rest.get(0).equals("-r") ? copy(rest) : copyOne(rest);
                    case "sed" -> replace(rest);
                    case "zip" -> zip(rest);
                    default -> throw new IllegalArgumentException("no guide needs `" + words.get(0) + "`");
                };
        var id = ID.matcher(answer.text());
        lastId = id.find() ? id.group(1) : lastId;
        var version = VERSION.matcher(answer.text());
        lastVersion = version.find() ? version.group(1) : lastVersion;
        lastTag = answer.tag() == null ? lastTag : answer.tag();
        return answer;
    }

    private String filledIn(String word) {
        return word.replace("http://127.0.0.1:8080", "http://127.0.0.1:" + RestAssured.port)
                .replaceAll("DECISION_ID|IMPORT_ID", lastId)
                .replace("VERSION", lastVersion)
                .replace("ETAG", lastTag);
    }

    private Answer dunlin(List<String> words) {
        var arguments = new ArrayList<String>();
        for (var word : words) {
            boolean isWritten = !arguments.isEmpty() && WRITTEN.contains(arguments.get(arguments.size() - 1));
            arguments.add(isWritten || Files.exists(folder.resolve(word)) ? inFolder(word) : word);
        }
        var run = InProcess.run(arguments.toArray(String[]::new));
        return new Answer(Integer.toString(run.exit()), run.exit() == 0, run.out() + run.err());
    }

    private String inFolder(String word) {
        return folder.resolve(word).toString();
    }

    /** {@code cp -r FROM TO}: from the repository into the reader's folder. */
    private Answer copy(List<String> words) throws IOException {
        var from = Path.of(words.get(1));
        var to = folder.resolve(words.get(2));
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return new Answer("0", true, "");
    }

    /** {@code zip -qr TO FOLDER}. */
    private Answer zip(List<String> words) throws IOException {
        var from = folder.resolve(words.get(2));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(words.get(1))));
                var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return new Answer("0", true, "");
    }

    /** {@code cp FROM TO}: within the reader's folder. */
    private Answer copyOne(List<String> words) throws IOException {
        Files.copy(folder.resolve(words.get(0)), folder.resolve(words.get(1)));
        return new Answer("0", true, "");
    }

    /** {@code sed -E -i 's/THIS/THAT/' FILE}; must find something. */
    private Answer replace(List<String> words) throws IOException {
        var parts = words.get(2).split("/");
        var file = folder.resolve(words.get(3));
        var before = Files.readString(file);
        var after = before.replaceAll(parts[1], Matcher.quoteReplacement(parts[2]));
        Files.writeString(file, after);
        return new Answer("0", !after.equals(before), "");
    }
}
