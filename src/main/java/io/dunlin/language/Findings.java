package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects diagnostics while a strategy is read. */
final class Findings {
    private static final int MOST = 1_000;
    private static final int LONGEST = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<Diagnostic> all = new ArrayList<>();
    private final Set<String> spoiled = new HashSet<>();
    private final Deadline deadline;

    Findings() {
        this(Deadline.of(Deadline.READING));
    }

    Findings(Deadline deadline) {
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Every error says where and what to write instead: the first line for a whole file, general advice for want of better. */
    void error(Code code, String file, int line, int column, String rule, String message, String hint) {
        deadline.look();
        spoil(file, rule);
        if (all.size() < MOST) {
            var advice = hint == null ? Advice.on(code) : hint;
            all.add(new Diagnostic(
                    code, Severity.ERROR, file, Math.max(1, line), Math.max(0, column), rule, shown(message), advice));
        }
    }

    /** On one line and short, whatever of the file is in it. */
    private static String shown(String message) {
        var line = CONTROL.matcher(message).replaceAll("?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Reading ends here; told whatever else was found. */
    void stopped(String file, String message) {
        all.add(new Diagnostic(
                Code.TOO_BIG, Severity.ERROR, file, 1, 0, null, message, "make it smaller, or split the strategy"));
    }

    void warning(Code code, String file, int line, int column, String rule, String message, String hint) {
        all.add(new Diagnostic(code, Severity.WARNING, file, line, column, rule, message, hint));
    }

    /** What is left of the rule is not what was meant, so that nothing more can be said of it. */
    void spoil(String file, String rule) {
        spoiled.add(file + '\0' + rule);
    }

    boolean isSound(Rule rule) {
        return !spoiled.contains(rule.file() + '\0' + rule.id());
    }

    boolean hasErrors() {
        return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }
}
