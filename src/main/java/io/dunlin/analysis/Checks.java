package io.dunlin.analysis;

import io.dunlin.language.Compiled;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.util.List;

/** Everything that can be said of strategy files without a portfolio: one list for REST, command line and tests. */
public final class Checks {
    private Checks() {}

    /**
     * What was found.
     *
     * @param compiled ready to run; null where there are errors
     */
    public record Report(StrategyFiles files, Compiled compiled, List<Diagnostic> diagnostics) {
        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
        }
    }

    public static Report of(StrategyFiles files) {
        try {
            var compiled = StrategyCompiler.compile(files);
            return new Report(files, compiled, compiled.warnings());
        } catch (StrategyRefused e) {
            return new Report(files, null, e.diagnostics());
        }
    }
}
