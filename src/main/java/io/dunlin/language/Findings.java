package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects diagnostics while a strategy is read. */
final class Findings {
    private final List<Diagnostic> all = new ArrayList<>();

    void error(Code code, String file, int line, int column, String rule, String message, String hint) {
        all.add(new Diagnostic(code, Severity.ERROR, file, line, column, rule, message, hint));
    }

    void warning(Code code, String file, int line, int column, String rule, String message, String hint) {
        all.add(new Diagnostic(code, Severity.WARNING, file, line, column, rule, message, hint));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }
}
