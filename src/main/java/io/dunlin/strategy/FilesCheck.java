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
                        "/files/" + path.replace("~", "~0").replace("/", "~1"),
                        "is no file of a strategy; there may be *.drl, *.csv, *.md, strategy.yaml and "
                                + "scenarios/*.yaml."));
        if (files.values().stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            findings.at("/files", "have more than " + MOST_CHARACTERS + " characters together.");
        }
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        return new StrategyFiles(name, new TreeMap<>(files));
    }

    /** A name that can be a folder and a part of an address. */
    static String name(String name) {
        if (name == null || !name.matches(NAME) || name.equals(StrategyCompiler.GUARD)) {
            new Findings()
                    .at("/name", "must be small letters, digits and hyphens, begin with a letter, and not be `guard`.")
                    .refuseIfAny(Problem.UNREADABLE_FIELDS);
        }
        return name;
    }
}
