package io.dunlin.strategy;

import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import java.util.Map;
import java.util.TreeMap;

/** Whether what somebody sent can be the files of a strategy at all; whether they are any good is told by the checks. */
final class FilesCheck {
    static final int MOST_FILES = 200;
    static final int MOST_CHARACTERS = 2_000_000;

    private static final String NAME = "[a-z][a-z0-9-]{0,49}";

    private FilesCheck() {}

    static StrategyFiles of(String name, Map<String, String> files) {
        var findings = new Findings();
        if (files == null || files.isEmpty()) {
            findings.at("/files", "is missing; send every file of the strategy, by its path inside the folder.");
            files = Map.of();
        }
        if (files.size() > MOST_FILES) {
            findings.at("/files", "are more than " + MOST_FILES + "; put more rules into one file.");
        }
        files.keySet().stream()
                .filter(path -> !StrategyFiles.isPath(path))
                .forEach(path -> findings.at(
                        pointer(path),
                        "is no file of a strategy; there may be *.drl, *.csv, *.md, strategy.yaml and "
                                + "scenarios/*.yaml, and none called like a device of Windows."));
        files.forEach((path, text) -> {
            int at = half(text);
            if (at >= 0) {
                findings.at(
                        pointer(path),
                        "holds half a character in line "
                                + text.substring(0, at).lines().count()
                                + " (a surrogate without its other half), which cannot be stored; delete it.");
            }
        });
        StrategyFiles.colliding(files.keySet())
                .ifPresent(path -> findings.at(
                        pointer(path),
                        "differs from another file in capitals only; most people's machines keep one of the two."));
        if (files.values().stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            findings.at("/files", "have more than " + MOST_CHARACTERS + " characters together.");
        }
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        return new StrategyFiles(name, new TreeMap<>(files));
    }

    /** Where a surrogate stands alone: it is no text, and would be stored as another one. */
    private static int half(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return i;
            }
        }
        return -1;
    }

    private static String pointer(String path) {
        return "/files/" + path.replace("~", "~0").replace("/", "~1");
    }

    /** A name that can be a folder and a part of an address. */
    static String name(String name) {
        if (name == null
                || !name.matches(NAME)
                || name.equals(StrategyCompiler.GUARD)
                || StrategyFiles.isDevice(name)) {
            new Findings()
                    .at(
                            "/name",
                            "must be small letters, digits and hyphens, begin with a letter, and not be `guard` or a "
                                    + "device of Windows such as `con`.")
                    .refuseIfAny(Problem.UNREADABLE_FIELDS);
        }
        return name;
    }
}
