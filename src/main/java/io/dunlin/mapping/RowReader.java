package io.dunlin.mapping;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
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

    CsvFile.Tally read(Iterator<? extends FileRow> rows) {
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

    private boolean read(FileRow record, long number) {
        var line = record.line();
        if (record.columns() != header.columns().size()) {
            sink.reject(new Reject(
                    line,
                    null,
                    null,
                    "has " + record.columns() + " columns where the header has "
                            + header.columns().size()));
            return false;
        }
        cells.load(record, number);
        var account = facts.read();
        if (cells.rejects().isEmpty()) {
            check(account);
        }
        cells.rejects().forEach(sink::reject);
        if (cells.rejects().isEmpty()) {
            sink.row(new Row(line, account));
            return true;
        }
        return false;
    }

    /** What a row contradicts by itself; what it refers to stands in other rows and is checked with them. */
    private void check(Account account) {
        for (var finding : AccountCheck.of(account)) {
            if (!standsElsewhere(finding.pointer(), account)) {
                var field = finding.pointer().replaceFirst("^/[a-z]+/(\\d+/)?", "");
                cells.reject(field.replace('/', '.'), finding.message());
            }
        }
    }

    private static boolean standsElsewhere(String pointer, Account account) {
        return pointer.endsWith("/invoice")
                || (pointer.startsWith("/plans/") && pointer.contains("/invoices/"))
                || (account.customer() == null && pointer.startsWith("/customer"));
    }
}
