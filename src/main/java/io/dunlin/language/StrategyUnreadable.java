package io.dunlin.language;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A folder whose files cannot be taken as text; carries every finding, not the first. */
public final class StrategyUnreadable extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    StrategyUnreadable(String strategy, List<Diagnostic> diagnostics) {
        super("strategy " + strategy + " cannot be read:\n"
                + diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
