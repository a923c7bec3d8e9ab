package io.dunlin.ledger;

import io.dunlin.mapping.Reject;
import java.util.List;

/**
 * How an import went, or goes.
 *
 * @param rowsGood rows of the file that are in the book now, {@code unchanged} of which were there before
 * @param rejects the first thousand reasons why rows were not taken, {@code rejectsTotal} in all; a row may have several
 */
public record ImportReport(
        String id,
        String kind,
        String mapping,
        String file,
        ImportRow.State state,
        long rowsGood,
        long rowsBad,
        long unchanged,
        long rejectsTotal,
        List<Reject> rejects) {

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
                row.rowsGood,
                row.rowsBad,
                row.unchanged,
                row.rejectsTotal,
                rejects);
    }
}
