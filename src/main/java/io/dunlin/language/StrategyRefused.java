package io.dunlin.language;

import java.util.List;
import java.util.stream.Collectors;

/** A strategy cannot be used; carries every finding, not the first. */
public final class StrategyRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    public StrategyRefused(String strategy, List<Diagnostic> diagnostics) {
        super("strategy " + strategy + " is refused:\n"
                + diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
