package io.dunlin.portfolio;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;

/** Turns rows into facts or rejects, counting both. */
final class RowReader {
    private final Header header;
    private final Sink sink;
    private final Cells cells;
    private final Facts facts;

    RowReader(Mapping mapping, Header header, Sink sink) {
        this.header = header;
        this.sink = sink;
        this.cells = new Cells(mapping, header);
        this.facts = new Facts(mapping, cells);
    }

    CsvFile.Tally read(Iterator<CsvRecord> rows) {
        long good = 0;
        long rejected = 0;
        while (rows.hasNext()) {
            if (read(rows.next(), good + rejected + 1)) {
                good++;
            } else {
                rejected++;
            }
        }
        return new CsvFile.Tally(good, rejected);
    }

    private boolean read(CsvRecord record, long number) {
        var line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.columns().size()) {
            sink.reject(new Reject(
                    line,
                    null,
                    null,
                    "has " + record.getFieldCount() + " columns where the header has "
                            + header.columns().size()));
            return false;
        }
        cells.load(record, number);
        var account = facts.read();
        if (cells.rejects().isEmpty()) {
            sink.row(new Row(line, account));
            return true;
        }
        cells.rejects().forEach(sink::reject);
        return false;
    }
}
