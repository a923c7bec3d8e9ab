package io.dunlin.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dunlin.mapping.Reject;
import java.time.Instant;
import java.util.List;

/**
 * How an import went, or goes.
 *
 * @param startedAt and {@code progressedAt}, when rows were stored last: while it runs they tell how fast it goes
 * @param rowsTotal rows of the file; while it runs {@code rowsGood} and {@code rowsBad} together tell how far it is
 * @param rowsGood rows of the file that are in the book now, {@code unchanged} of which were there before
 * @param rejects the first thousand reasons why rows were not taken, {@code rejectsTotal} in all; a row may have several; null in lists
 */
public record ImportReport(
        String id,
        String kind,
        String mapping,
        String file,
        ImportRow.State state,
        Instant startedAt,
        Instant progressedAt,
        Long rowsTotal,
        long rowsGood,
        long rowsBad,
        long unchanged,
        long rejectsTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Reject> rejects) {

    /** Every row that could be taken was in the book before. */
    boolean changedNothing() {
        return rowsGood > 0 && unchanged == rowsGood;
    }

    static ImportReport of(ImportRow row, ImportRow.State state, List<Reject> rejects) {
        return new ImportReport(
                row.id,
                row.kind,
                row.mapping,
                row.file,
                state,
                row.startedAt,
                row.progressedAt,
                row.rowsTotal,
                row.rowsGood,
                row.rowsBad,
                row.unchanged,
                row.rejectsTotal,
                rejects);
    }
}
