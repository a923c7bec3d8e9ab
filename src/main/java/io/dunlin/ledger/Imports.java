package io.dunlin.ledger;

import io.dunlin.mapping.CsvFile;
import io.dunlin.mapping.Mapping;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.Row;
import io.dunlin.mapping.Sink;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Brings a file into the book: good rows go in, bad ones are told. A thousand rows are one transaction together with
 * their counts, so what an import says of itself is true at every moment, whatever stops it; importing the same file
 * again completes it.
 */
@ApplicationScoped
public class Imports {
    private static final int BATCH = 1000;
    private static final int REJECTS_KEPT = 1000;

    private final OneTransaction transaction;
    private final ImportBatch batches;
    private final LedgerConfig config;
    private final Clock clock;

    Imports(OneTransaction transaction, ImportBatch batches, LedgerConfig config, Clock clock) {
        this.transaction = transaction;
        this.batches = batches;
        this.config = config;
        this.clock = clock;
    }

    /** Reads the file twice: a file that turns out to be unreadable at its end must leave nothing behind. */
    public ImportReport run(Path file, String name, Mapping mapping) throws IOException {
        long rows = check(file, mapping);
        var id = begin(name, mapping, rows);
        try {
            var run = new Run(id);
            read(file, mapping, run);
            run.flush();
            finish(id, ImportRow.State.DONE);
        } catch (RuntimeException | IOException e) {
            finish(id, ImportRow.State.FAILED);
            throw e;
        }
        return report(id);
    }

    public ImportReport report(String id) {
        return transaction.run(() -> {
            var row = ImportRow.known(id)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("There is no import `" + id + "`."));
            return ImportReport.of(row, state(row), RejectRow.of(id));
        });
    }

    /** The newest first, without the reasons for rows not taken; after the given one, or from the newest on. */
    public List<ImportReport> reports(String after, int limit) {
        return transaction.run(() -> ImportRow.newest(last(after), limit).stream()
                .map(row -> ImportReport.of(row, state(row), null))
                .toList());
    }

    private static ImportRow last(String after) {
        return after == null || after.isEmpty()
                ? null
                : ImportRow.known(after)
                        .orElseThrow(() -> Problem.BAD_REQUEST.because(
                                "There is no such page.",
                                new Findings()
                                        .field(
                                                "after",
                                                "`" + after + "` is no `next` of a page; leave it out to begin.")));
    }

    private ImportRow.State state(ImportRow row) {
        var silentSince = row.progressedAt.plus(config.importStalledAfter());
        return row.state == ImportRow.State.RUNNING && silentSince.isBefore(clock.instant())
                ? ImportRow.State.INTERRUPTED
                : row.state;
    }

    private static long check(Path file, Mapping mapping) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return CsvFile.check(in, mapping);
        } catch (UnreadableFile e) {
            throw unreadable(e);
        }
    }

    private static void read(Path file, Mapping mapping, Sink sink) throws IOException {
        try (var in = Files.newInputStream(file)) {
            CsvFile.read(in, mapping, sink);
        } catch (UnreadableFile e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(UnreadableFile problem) {
        return Problem.INVALID_FILE.because("Nothing was imported: " + problem.getMessage() + ".");
    }

    private String begin(String name, Mapping mapping, long rows) {
        return transaction.run(() -> {
            var row = new ImportRow();
            row.id = UUID.randomUUID().toString();
            row.kind = mapping.kind().name().toLowerCase(Locale.ROOT);
            row.mapping = RejectRow.storable(mapping.name());
            row.file = RejectRow.storable(name);
            row.state = ImportRow.State.RUNNING;
            row.rowsTotal = rows;
            row.startedAt = clock.instant();
            row.progressedAt = row.startedAt;
            row.persist();
            rates(mapping);
            return row.id;
        });
    }

    /** Those of the mapping for the day of its file, else for today; what somebody put for that day stays. */
    private void rates(Mapping mapping) {
        var day = mapping.asOf() != null ? mapping.asOf() : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = RateRow.of(day).stream().map(row -> row.currency).toList();
        mapping.rates().perUnit().forEach((currency, perUnit) -> {
            if (!known.contains(currency)) {
                RateRow.of(day, currency, perUnit).persist();
            }
        });
    }

    private void finish(String id, ImportRow.State state) {
        transaction.run(() -> {
            var row = ImportRow.known(id).orElseThrow();
            row.state = state;
            row.progressedAt = clock.instant();
            return row;
        });
    }

    /** Gathers what the reader hands over until there is enough for a transaction. */
    private final class Run implements Sink {
        private final String id;
        private final SeenIds seen = new SeenIds();
        private final List<Row> rows = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private long unreadableRows;
        private long lastRejected;

        Run(String id) {
            this.id = id;
        }

        @Override
        public void row(Row row) {
            rows.add(row);
            flushIfFull();
        }

        @Override
        public void reject(Reject reject) {
            if (reject.line() != lastRejected) {
                flushIfFull();
                lastRejected = reject.line();
                unreadableRows++;
            }
            rejects.add(reject);
        }

        private void flushIfFull() {
            if (rows.size() + unreadableRows >= BATCH) {
                flush();
            }
        }

        void flush() {
            var stored = transaction.run(() -> {
                var result = batches.store(rows, seen);
                count(result);
                return result;
            });
            stored.ids().forEach(seen::add);
            rows.clear();
            rejects.clear();
            unreadableRows = 0;
        }

        private void count(ImportBatch.Result result) {
            var row = ImportRow.known(id).orElseThrow();
            var all = new ArrayList<>(rejects);
            all.addAll(result.rejects());
            all.sort(java.util.Comparator.comparingLong(Reject::line));
            for (int i = 0; i < all.size() && row.rejectsTotal + i < REJECTS_KEPT; i++) {
                RejectRow.of(id, (int) row.rejectsTotal + i, all.get(i)).persist();
            }
            row.rowsGood += result.good();
            row.rowsBad += unreadableRows + rows.size() - result.good();
            row.unchanged += result.unchanged();
            row.rejectsTotal += all.size();
            row.progressedAt = clock.instant();
        }
    }
}
