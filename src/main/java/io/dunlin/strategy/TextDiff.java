package io.dunlin.strategy;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.dunlin.language.StrategyFiles;
import java.util.List;
import java.util.TreeSet;

/** What differs between two versions, as text that anybody who saw a diff can read. */
final class TextDiff {
    private static final int CONTEXT = 3;

    private TextDiff() {}

    /** One unified diff over all files that differ; empty where none does. */
    static String of(String nameA, StrategyFiles a, String nameB, StrategyFiles b) {
        var paths = new TreeSet<>(a.files().keySet());
        paths.addAll(b.files().keySet());
        var diff = new StringBuilder();
        for (var path : paths) {
            var before = lines(a, path);
            var after = lines(b, path);
            var from = a.files().containsKey(path) ? nameA + "/" + path : "/dev/null";
            var to = b.files().containsKey(path) ? nameB + "/" + path : "/dev/null";
            UnifiedDiffUtils.generateUnifiedDiff(from, to, before, DiffUtils.diff(before, after), CONTEXT)
                    .forEach(line -> diff.append(line).append('\n'));
        }
        return diff.toString();
    }

    private static List<String> lines(StrategyFiles files, String path) {
        return files.files().getOrDefault(path, "").lines().toList();
    }
}
