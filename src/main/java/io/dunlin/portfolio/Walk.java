package io.dunlin.portfolio;

import io.dunlin.book.Families;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.HeapRows.Laid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Files that lie in the order of their customers, side by side from their beginnings to their ends. Rows that only name
 * an invoice have to follow the order of its customers too; what does not fit anywhere ends the walk as {@link NotSorted}.
 */
final class Walk implements AutoCloseable {
    private final List<OneFile> files = new ArrayList<>();
    private final boolean promised;

    Walk(PortfolioFiles portfolio, BiConsumer<Path, Reject> rejects) throws IOException, UnreadableFile {
        this(portfolio, rejects, false);
    }

    /**
     * @param promised whether the order can be relied on: then a row that contradicts those of its own customer is left out
     *     and told, for nothing that comes later can explain it
     */
    Walk(PortfolioFiles portfolio, BiConsumer<Path, Reject> rejects, boolean promised)
            throws IOException, UnreadableFile {
        this.promised = promised;
        try {
            for (int i = 0; i < portfolio.paths().size(); i++) {
                var file = portfolio.paths().get(i);
                files.add(new OneFile(i, portfolio, reject -> rejects.accept(file, reject)));
            }
        } catch (IOException | UnreadableFile | RuntimeException e) {
            close();
            throw e;
        }
        files.sort(Comparator.comparing(OneFile::kind).thenComparing(OneFile::number));
    }

    /** All rows of the next customer, in the order of kind, file and line; empty after the last. */
    List<Laid> next() throws IOException, UnreadableFile {
        var rows = new ArrayList<Laid>();
        // Of a customer every row of which was left out there is nothing to decide.
        while (rows.isEmpty()) {
            var customer = first();
            if (customer == null) {
                break;
            }
            var invoices = new HashSet<String>();
            for (var file : files) {
                take(file, customer, invoices, rows);
            }
        }
        return rows;
    }

    /** Null at the end of all files. */
    private String first() {
        var customer = files.stream()
                .map(OneFile::customer)
                .filter(c -> c != null)
                .min(Families.ID_ORDER)
                .orElse(null);
        for (var file : files) {
            if (customer == null && file.head() != null) {
                throw strange(file, file.head());
            }
        }
        return customer;
    }

    private void take(OneFile file, String customer, Set<String> invoices, List<Laid> rows)
            throws IOException, UnreadableFile {
        var ids = new HashMap<String, Long>();
        for (var row = file.head(); row != null && belongs(row, customer, invoices); row = file.head()) {
            var first = promised ? ids.putIfAbsent(row.key().id(), row.row().line()) : null;
            if (first != null) {
                file.leaveOut("id", row.key().id(), "is already on line " + first);
            } else if (isStrange(row, invoices)) {
                if (!promised) {
                    throw strange(file, row);
                }
                file.leaveOut("invoice", row.key().invoice(), "there is no such invoice of this customer");
            } else {
                if (row.kind() == Kind.INVOICES) {
                    invoices.add(row.key().id());
                }
                rows.add(row.of(customer));
            }
            file.advance();
        }
    }

    private static boolean isStrange(Laid row, Set<String> invoices) {
        return row.kind() != Kind.INVOICES
                && row.key().invoice() != null
                && !invoices.contains(row.key().invoice());
    }

    private static NotSorted strange(OneFile file, Laid row) {
        return new NotSorted(
                file.told(row) + "invoice `" + row.key().invoice() + "` is not among those of its customer up to here");
    }

    private static boolean belongs(Laid row, String customer, Set<String> invoices) {
        return row.customer() == null
                ? invoices.contains(row.key().invoice())
                : row.customer().equals(customer);
    }

    long bytes() {
        return files.stream().mapToLong(OneFile::bytes).sum();
    }

    long rejected() {
        return files.stream().mapToLong(OneFile::rejected).sum();
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }
}
