package io.dunlin.language;

import io.dunlin.language.Diagnostic.Severity;
import java.util.List;

/**
 * What the parser makes of a strategy's files; nothing is compiled yet.
 *
 * @param rules all that have an id and a fact, also faulty ones
 * @param sound those of them that are understood in full
 * @param accepted as in the manifest, with each {@code when} understood
 */
public record Parsed(
        StrategyFiles files,
        Manifest manifest,
        List<Rule> rules,
        List<Rule> sound,
        List<Acceptance> accepted,
        List<Diagnostic> diagnostics) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    public boolean isGuard() {
        return manifest.name().equals(StrategyCompiler.GUARD);
    }
}
