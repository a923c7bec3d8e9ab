package io.dunlin.cli;

import io.dunlin.report.ChangesFile;
import io.dunlin.report.HtmlReport;
import io.dunlin.simulation.Change;
import io.dunlin.simulation.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files a simulation writes; all of them appear together at its end, or none. */
final class SimulationOutputs implements AutoCloseable {
    private final Unfinished files = new Unfinished();
    private final Path report;
    private final Path parquet;
    private final ChangesFile changes;

    /** Either may be null: not wanted. */
    SimulationOutputs(Path report, Path changes) throws IOException {
        // Opened before the work begins, so that a wrong path is told at once and not after an hour.
        this.report = report == null ? null : Files.createFile(files.of(report));
        var isParquet = changes != null && changes.toString().endsWith(".parquet");
        this.parquet = isParquet ? files.of(changes) : null;
        this.changes = changes == null ? null : rows(changes, isParquet);
    }

    private ChangesFile rows(Path named, boolean parquet) throws IOException {
        return parquet ? ChangesFile.forParquet(files.scratch(named)) : ChangesFile.forPeople(files.of(named));
    }

    void take(List<Change> some) {
        if (changes != null) {
            some.forEach(changes::write);
        }
    }

    void finish(Comparison comparison, String command) throws IOException {
        if (changes != null) {
            changes.close();
        }
        if (parquet != null) {
            changes.copyTo(parquet);
        }
        if (report != null) {
            Files.writeString(report, HtmlReport.of(comparison, command));
        }
        files.finish();
    }

    @Override
    public void close() throws IOException {
        if (changes != null) {
            changes.close();
        }
        files.close();
    }
}
