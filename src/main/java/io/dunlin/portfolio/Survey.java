package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Portfolio.Counts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedSet;

/**
 * What one walk over sorted files finds out before the first customer can be decided, without keeping a row.
 *
 * @param day null: sizes were not asked for
 * @param classes of that day, by the rates of the mapping
 */
record Survey(Counts counts, SortedSet<String> currencies, LocalDate day, SizeClasses classes) {
    /**
     * @param relatives meets everybody
     * @throws NotSorted where the files have to be sorted, or contradictions in them told
     */
    static Survey of(PortfolioFiles files, LocalDate day, Relatives relatives, Listener listener)
            throws IOException, UnreadableFile {
        var totals = new Totals();
        try (var walk = new Walk(files, listener::reject);
                var seen = new Seen()) {
            long all = files.bytes();
            for (var next = walk.next(); !next.isEmpty(); next = walk.next()) {
                seen.add(next);
                relatives.meet(Stored.of(next));
                if (day != null) {
                    totals.add(Overdue.of(next, day));
                }
                if (seen.isProgress()) {
                    listener.progress(walk.bytes(), all);
                }
            }
            seen.check();
            var classes = day == null ? null : totals.classes(files.folder().rates());
            return new Survey(seen.counts(walk.rejected()), seen.currencies(), day, classes);
        }
    }
}
