package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What is looked at before any parser sees a file: names, sizes, letters, and the shape of YAML. */
final class Gate {
    static final int MOST_CHARACTERS = 500_000;

    private static final int MOST_FILES = 300;
    private static final long MOST_IN_ALL = 3_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

    private final StrategyFiles files;
    private final Findings findings;

    Gate(StrategyFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** The files that no parser may see; why is among the findings. */
    Set<String> refused() {
        if (!NAME.matcher(files.name()).matches() || StrategyFiles.isDevice(files.name())) {
            var message = "`" + shortened(files.name()) + "` cannot be the name of a strategy";
            error(Code.FORBIDDEN, StrategyFiles.MANIFEST, message, "letters, digits, - and _, at most 64");
        }
        StrategyFiles.colliding(files.files().keySet())
                .ifPresent(file -> error(
                        Code.FORBIDDEN,
                        shortened(file),
                        "`" + shortened(file) + "` differs from another file in capitals only",
                        "most people's machines keep one of the two; call it otherwise"));
        var refused = new HashSet<String>();
        if (isTooMuch()) {
            refused.addAll(files.files().keySet());
            return refused;
        }
        files.files().forEach((file, text) -> {
            if (!isGood(file, text)) {
                refused.add(file);
            }
        });
        return refused;
    }

    private boolean isTooMuch() {
        if (files.files().size() > MOST_FILES) {
            return error(
                    Code.TOO_BIG, StrategyFiles.MANIFEST, "there are more than " + MOST_FILES + " files", "join some");
        }
        long all = files.files().values().stream().mapToLong(String::length).sum();
        return all > MOST_IN_ALL
                && error(
                        Code.TOO_BIG,
                        StrategyFiles.MANIFEST,
                        "the files are longer than " + MOST_IN_ALL + " characters together",
                        "split the strategy");
    }

    private boolean isGood(String file, String text) {
        if (!StrategyFiles.isPath(file)) {
            error(
                    Code.FORBIDDEN,
                    shortened(file),
                    "`" + shortened(file) + "` cannot be the name of a strategy's file",
                    "letters, digits, -, _ and . ending in .drl, .csv, .yaml or .md, and no name of a Windows device; "
                            + "scenarios stand in scenarios/");
            return false;
        }
        if (text.length() > MOST_CHARACTERS) {
            error(Code.TOO_BIG, file, "the file is longer than " + MOST_CHARACTERS + " characters", "split it");
            return false;
        }
        return Letters.areVisible(file, text, findings)
                && (!file.endsWith(".yaml") || YamlShape.isPlain(file, text, findings));
    }

    private static String shortened(String name) {
        var visible = name.replaceAll("[^\\x20-\\x7E]", "?");
        return visible.length() > 100 ? visible.substring(0, 100) + "…" : visible;
    }

    private boolean error(Code code, String file, String message, String hint) {
        findings.error(code, file, 1, 0, null, message, hint);
        return true;
    }
}
