package io.dunlin.mapping;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import java.util.function.Consumer;

/** Turns rows into facts or rejects. */
final class RowReader {
    private final Header header;
    private final Consumer<Reject> rejects;
    private final Cells cells;
    private final Facts facts;
    private long number;

    RowReader(Mapping mapping, Header header, Consumer<Reject> rejects) {
        this.header = header;
        this.rejects = rejects;
        this.cells = new Cells(mapping, header);
        this.facts = new Facts(mapping, cells);
    }

    /** Null if anything is wrong with the row, which is told. */
    Row read(FileRow record) {
        var line = record.line();
        number++;
        if (record.columns() != header.columns().size()) {
            rejects.accept(new Reject(
                    line,
                    null,
                    null,
                    "has " + record.columns() + " columns where the header has "
                            + header.columns().size()));
            return null;
        }
        cells.load(record, number);
        var account = facts.read();
        if (cells.rejects().isEmpty()) {
            check(account);
        }
        cells.rejects().forEach(rejects);
        return cells.rejects().isEmpty() ? new Row(line, account) : null;
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
