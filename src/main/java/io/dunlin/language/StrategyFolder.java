package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a folder as somebody else may have left it: no link leads out of it, nothing is waited for, nothing is read that is
 * longer than a file of a strategy can be.
 */
final class StrategyFolder {
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_BYTES = 4 * Gate.MOST_CHARACTERS;

    private static final Pattern SHEET = Pattern.compile("(?i).*\\.(xlsx|xlsm|xls|ods)");
    private static final Pattern LIKE_RULES = Pattern.compile("(?i).*\\.(drl|ya?ml|csv|xlsx|xlsm|xls|ods)");

    private final Path folder;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Findings findings = new Findings();

    StrategyFolder(Path folder) {
        this.folder = folder;
    }

    StrategyFiles read() throws IOException {
        refuseWhatNobodyReads(folder, "");
        read(folder, "", "*.{drl,yaml,csv,md}");
        var scenarios = folder.resolve(StrategyFiles.SCENARIOS);
        if (Files.isDirectory(scenarios)) {
            refuseWhatNobodyReads(scenarios, StrategyFiles.SCENARIOS);
            read(scenarios, StrategyFiles.SCENARIOS, "*.yaml");
        }
        var name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (findings.hasErrors()) {
            throw new StrategyUnreadable(name, findings.all());
        }
        return new StrategyFiles(name, files);
    }

    /** Who put a table or a rule there believes that it counts. */
    private void refuseWhatNobodyReads(Path from, String prefix) throws IOException {
        try (var list = Files.newDirectoryStream(from)) {
            for (var file : list) {
                var name = prefix + file.getFileName();
                if (Files.isHidden(file) || StrategyFiles.isPath(name)) {
                    continue;
                }
                if (LIKE_RULES.matcher(name).matches()) {
                    var hint = SHEET.matcher(name).matches()
                            ? "save the sheet as CSV beside the rules, or upload it to a draft"
                            : "rules end in .drl, tables in .csv, scenarios in .yaml below scenarios/; in small letters";
                    refuse(Code.FORBIDDEN, name, "nobody reads this file", hint);
                } else if (Files.isDirectory(file) && !(name + "/").equals(StrategyFiles.SCENARIOS)) {
                    refuseFolder(file, name);
                }
            }
        }
    }

    private void refuseFolder(Path inside, String name) throws IOException {
        try (var list = Files.newDirectoryStream(inside)) {
            for (var file : list) {
                if (LIKE_RULES.matcher(file.getFileName().toString()).matches()) {
                    refuse(
                            Code.FORBIDDEN,
                            name + "/" + file.getFileName(),
                            "nobody reads files in this folder",
                            "put it beside " + StrategyFiles.MANIFEST);
                    return;
                }
            }
        }
    }

    private void read(Path from, String prefix, String which) throws IOException {
        try (var list = Files.newDirectoryStream(from, which)) {
            for (var file : list) {
                var name = prefix + file.getFileName();
                if (Files.isHidden(file)) {
                    continue;
                }
                if (files.size() >= MOST_ENTRIES) {
                    refuse(Code.TOO_BIG, name, "there are more than " + MOST_ENTRIES + " files", "join some");
                    return;
                }
                if (isOurs(file, name)) {
                    read(file, name);
                }
            }
        }
    }

    /** A link may lead to another name inside the folder, as orchestrators mount files, but nowhere else. */
    private boolean isOurs(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            refuse(Code.FORBIDDEN, name, "it is not a file", "put a text file there, or delete it");
            return false;
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            refuse(Code.FORBIDDEN, name, "it is a link that leads out of the folder", "put the file itself there");
            return false;
        }
        return true;
    }

    private void read(Path file, String name) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            refuse(Code.TOO_BIG, name, "it is longer than " + MOST_BYTES + " bytes", "split it");
            return;
        }
        try {
            files.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            refuse(Code.SYNTAX, name, "it is not UTF-8 text", "save it as UTF-8");
        }
    }

    private void refuse(Code code, String file, String message, String hint) {
        findings.error(code, file, 1, 0, null, message, hint);
    }
}
