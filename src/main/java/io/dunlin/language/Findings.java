package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics while a strategy is read. */
final class Findings {
    private final List<Diagnostic> all = new ArrayList<>();
    private final Set<String> spoiled = new HashSet<>();

    void error(Code code, String file, int line, int column, String rule, String message, String hint) {
        spoil(file, rule);
        all.add(new Diagnostic(code, Severity.ERROR, file, line, column, rule, message, hint));
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
