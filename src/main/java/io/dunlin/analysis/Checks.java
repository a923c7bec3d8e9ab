package io.dunlin.analysis;

import io.dunlin.language.Compiled;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Parsed;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that can be said of strategy files without a portfolio: one list for REST, command line and tests. */
public final class Checks {
    private static final Comparator<Diagnostic> AS_READ = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    private Checks() {}

    /**
     * What was found.
     *
     * @param compiled ready to run; null where there are errors
     * @param diagnostics by file and line
     */
    public record Report(StrategyFiles files, Compiled compiled, List<Diagnostic> diagnostics) {
        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
        }

        /** Errors, and warnings that nobody accepted. */
        public boolean isClean() {
            return diagnostics.stream().noneMatch(Diagnostic::isOpen);
        }
    }

    /** Everything: takes a second or two for a few hundred rules. */
    public static Report of(StrategyFiles files) {
        var parsed = StrategyCompiler.parse(files);
        var found = new ArrayList<>(parsed.diagnostics());
        found.addAll(Analysis.of(parsed));
        return new Report(files, compiled(parsed), inOrder(Acceptances.apply(parsed, found)));
    }

    /** What the parser alone can say, in tens of milliseconds: for while somebody types. Compiles nothing. */
    public static Report ofWords(StrategyFiles files) {
        return new Report(files, null, inOrder(StrategyCompiler.parse(files).diagnostics()));
    }

    private static Compiled compiled(Parsed parsed) {
        try {
            return parsed.hasErrors() ? null : StrategyCompiler.compile(parsed);
        } catch (StrategyRefused e) {
            throw new IllegalStateException("refused without an error", e);
        }
    }

    private static List<Diagnostic> inOrder(List<Diagnostic> diagnostics) {
        return diagnostics.stream().sorted(AS_READ).toList();
    }
}
