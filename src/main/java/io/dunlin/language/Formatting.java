package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule files of a strategy as they should be laid out.
 *
 * @param changed the files that are laid out otherwise today, by name, with their new text
 * @param refused why files were left alone: what cannot be read cannot be laid out
 */
public record Formatting(SortedMap<String, String> changed, List<Diagnostic> refused) {
    private static final Set<Code> UNREADABLE = Set.of(Code.SYNTAX, Code.FORBIDDEN, Code.TOO_BIG);

    public static Formatting of(StrategyFiles files) {
        var refused = StrategyCompiler.parse(files).diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR && UNREADABLE.contains(d.code()))
                .filter(d -> d.file().endsWith(".drl"))
                .toList();
        var changed = new TreeMap<String, String>();
        files.files().forEach((file, text) -> {
            if (file.endsWith(".drl")
                    && refused.stream().noneMatch(d -> d.file().equals(file))) {
                var laidOut = laidOut(file, text);
                if (!laidOut.equals(text)) {
                    changed.put(file, laidOut);
                }
            }
        });
        return new Formatting(changed, refused);
    }

    private static String laidOut(String file, String text) {
        var laidOut = DrlLayout.of(text);
        if (!DrlLayout.saysTheSame(text, laidOut)) {
            throw new IllegalStateException("laying out " + file + " would have changed it");
        }
        return laidOut;
    }
}
