package io.dunlin.cli;

import io.dunlin.cli.CheckCommand.Checked;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Severity;
import java.util.List;

/** What {@code check --json} prints; fields may be added, none goes away under one {@code schemaVersion}. */
record CheckDocument(int schemaVersion, List<OfStrategy> strategies) {
    private static final int SCHEMA_VERSION = 1;

    /** @param version SHA-256 of the files, as in every decision */
    record OfStrategy(
            String name,
            String version,
            String directory,
            long errors,
            long warnings,
            long accepted,
            List<Diagnostic> diagnostics) {}

    static CheckDocument of(List<Checked> checked) {
        return new CheckDocument(
                SCHEMA_VERSION, checked.stream().map(CheckDocument::strategy).toList());
    }

    private static OfStrategy strategy(Checked checked) {
        var files = checked.report().files();
        return new OfStrategy(
                files.name(),
                files.version(),
                checked.folder().toString(),
                checked.count(Severity.ERROR),
                checked.count(Severity.WARNING),
                checked.accepted(),
                checked.report().diagnostics());
    }
}
