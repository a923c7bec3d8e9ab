package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Portfolio.Counts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one walk over sorted files finds out before the first customer can be decided, without keeping a row.
 *
 * @param day null: sizes were not asked for
 * @param classes of that day, by the rates of the mapping
 */
record Survey(Counts counts, SortedSet<String> currencies, LocalDate day, SizeClasses classes) {
    /** How many customers are passed before somebody is told. */
    private static final int PROGRESS_EVERY = 256;

    /**
     * @param relatives meets everybody
     * @throws NotSorted where the files have to be sorted, or contradictions in them told
     */
    static Survey of(PortfolioFiles files, LocalDate day, Relatives relatives, Listener listener)
            throws IOException, UnreadableFile {
        var currencies = new TreeSet<String>();
        var totals = new Totals();
        long customers = 0;
        long rows = 0;
        long invoices = 0;
        try (var walk = new Walk(files, listener::reject);
                var repeats = new Repeats()) {
            long all = files.bytes();
            for (var next = walk.next(); !next.isEmpty(); next = walk.next()) {
                customers++;
                rows += next.size();
                for (var laid : next) {
                    repeats.say(laid.kind().ordinal(), laid.key().id());
                    if (laid.kind() == Kind.INVOICES) {
                        invoices++;
                        currencies.add(laid.key().currency());
                    }
                }
                relatives.meet(Stored.of(next));
                if (day != null) {
                    totals.add(Overdue.of(next, day));
                }
                if (customers % PROGRESS_EVERY == 0) {
                    listener.progress(walk.bytes(), all);
                }
            }
            if (repeats.any()) {
                throw new NotSorted();
            }
            var counts = new Counts(rows, walk.rejected(), customers, invoices);
            var classes = day == null ? null : totals.classes(files.folder().rates());
            return new Survey(counts, currencies, day, classes);
        }
    }
}
