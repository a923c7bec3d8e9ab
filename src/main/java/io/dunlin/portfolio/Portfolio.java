package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Families;
import io.dunlin.book.Member;
import io.dunlin.mapping.CsvFile;
import io.dunlin.mapping.Folder;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.ParquetFile;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.Row;
import io.dunlin.mapping.Sink;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.vocabulary.Rates;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A portfolio in files, as complete accounts in the order of customer ids. The rows may come in any order: they are
 * checked once, then sorted and grouped, outside the heap unless there are few, so that memory does not grow with the
 * files. Files that lie in that order already are left where they lie.
 */
public final class Portfolio implements AutoCloseable {
    private static final int PROGRESS_EVERY = 4096;

    /** Bytes of all files together up to which starting a database takes longer than sorting on the heap. */
    private static final long SMALL = 512 << 10;

    private final Folder folder;
    private final Sorted sorted;
    private final Supplier<Counts> counts;

    /**
     * How much of the files is in the portfolio.
     *
     * @param rows good rows
     * @param rejected rows told to the listener
     */
    public record Counts(long rows, long rejected, long customers, long invoices) {}

    Portfolio(Folder folder, Sorted sorted, Supplier<Counts> counts) {
        this.folder = folder;
        this.sorted = sorted;
        this.counts = counts;
    }

    /** Reads every file to its end; what is opened must be closed, it may keep a temporary directory. */
    public static Portfolio open(PortfolioFiles files, Listener listener) throws IOException, UnreadableFile {
        return open(files, null, listener);
    }

    /** @param day the one whose {@link #book} is going to be asked for; null if none in particular */
    public static Portfolio open(PortfolioFiles files, LocalDate day, Listener listener)
            throws IOException, UnreadableFile {
        if (isSmall(files)) {
            return open(files, listener, new HeapRows());
        }
        if (day != null && PromisedFiles.are(files)) {
            return inPassing(files, listener);
        }
        var once = new ToldOnce(listener);
        var sorted = asTheyLie(files, day, once);
        return sorted == null ? open(files, once, Staging.create()) : sorted;
    }

    static Portfolio inPassing(PortfolioFiles files, Listener listener) throws IOException, UnreadableFile {
        var promised = new PromisedFiles(files, listener);
        return new Portfolio(files.folder(), promised, promised::counts);
    }

    static boolean isSmall(PortfolioFiles files) throws IOException {
        return files.bytes() <= SMALL;
    }

    private static Portfolio asTheyLie(PortfolioFiles files, LocalDate day, ToldOnce listener)
            throws IOException, UnreadableFile {
        var sorted = surveyed(files, day, Stamp.of(files), listener);
        if (sorted == null) {
            listener.again();
        }
        return sorted == null ? null : asTheyLie(files, sorted);
    }

    /** Null for files that have to be sorted first. */
    static SortedFiles surveyed(PortfolioFiles files, LocalDate day, List<Stamp> stamps, Listener listener)
            throws IOException, UnreadableFile {
        if (!files.paths().stream().allMatch(file -> Files.isRegularFile(file) && !ParquetFile.is(file))) {
            return null;
        }
        try {
            return SortedFiles.of(files, day, stamps, listener);
        } catch (NotSorted e) {
            return null;
        }
    }

    static Portfolio asTheyLie(PortfolioFiles files, SortedFiles sorted) {
        return new Portfolio(files.folder(), sorted, sorted::counts);
    }

    static Portfolio open(PortfolioFiles files, Listener listener, Rows staging) throws IOException, UnreadableFile {
        try {
            var tally = new CsvFile.Tally(0, 0);
            long done = 0;
            long all = files.bytes();
            for (var file : files.paths()) {
                var read = read(files, file, staging, listener, new long[] {done, all});
                tally = new CsvFile.Tally(tally.good() + read.good(), tally.rejected() + read.rejected());
                done += Files.size(file);
            }
            staging.loaded();
            long late = staging.refuse(files.paths(), listener);
            var counts = new Counts(
                    tally.good() - late, tally.rejected() + late, staging.customers(), staging.count(Kind.INVOICES));
            return new Portfolio(files.folder(), staging, () -> counts);
        } catch (IOException | UnreadableFile | RuntimeException e) {
            staging.close();
            throw e;
        }
    }

    private static CsvFile.Tally read(
            PortfolioFiles files, Path file, Rows staging, Listener listener, long[] doneAndAll)
            throws IOException, UnreadableFile {
        var mapping = files.mappings().get(file);
        var number = files.paths().indexOf(file);
        try (var in = new CountingStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            var sink = new Sink() {
                private int rows;

                @Override
                public void row(Row row) {
                    staging.add(number, mapping.kind(), row);
                    if (++rows % PROGRESS_EVERY == 0) {
                        listener.progress(doneAndAll[0] + in.count(), doneAndAll[1]);
                    }
                }

                @Override
                public void reject(Reject reject) {
                    listener.reject(file, reject);
                }
            };
            return ParquetFile.is(file) ? ParquetFile.read(file, mapping, sink) : CsvFile.read(in, mapping, sink);
        } catch (UnreadableFile e) {
            throw new UnreadableFile(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** So far, where customers {@linkplain #comesInPassing come in passing}. */
    public Counts counts() {
        return counts.get();
    }

    /** Whether each customer is handed out while the rest is not read yet; then the listener is told how far that is. */
    public boolean comesInPassing() {
        return sorted instanceof PromisedFiles;
    }

    /** Currencies of invoices. */
    public SortedSet<String> currencies() {
        return sorted.currencies();
    }

    /** The whole book as of a day; the rates are those of the mapping file. */
    public Book book(LocalDate asOf) {
        return book(asOf, folder.rates());
    }

    public Book book(LocalDate asOf, Rates other) {
        var given = folder.sizeClasses();
        return new Book(asOf, asOf, other, given == null ? sorted.sizeClasses(asOf, other) : given);
    }

    /** Each customer once; close the stream before opening another one. */
    public Stream<Account> accounts() {
        return stored().map(Stored::account);
    }

    /** As {@link #accounts}, for those who want to put the accounts together on several threads. */
    public Stream<Stored> stored() {
        return sorted.stored();
    }

    /** For whoever decides customers one by one; the accounts of payers and the contacts of groups are on the heap. */
    public Relatives relatives() {
        return sorted.relatives();
    }

    /** By customer the first member of its family, see {@link Families}; who is alone is left out. */
    public Map<String, String> heads() throws UnreadableFile {
        var families = new Families();
        try (var linked = sorted.linked()) {
            for (var customer : (Iterable<Stored>) linked::iterator) {
                var debtor = customer.debtor();
                if (debtor != null) {
                    families.add(Member.of(debtor), customer.parts().size());
                }
            }
        }
        try {
            return families.heads();
        } catch (Families.TooLarge e) {
            throw new UnreadableFile(e.getMessage(), e);
        }
    }

    /** Each customer once, those that belong together in one list; close the stream before opening another one. */
    public Stream<List<Stored>> families() throws UnreadableFile {
        var heads = heads();
        return SideBySide.stream(sorted.stored(heads), heads);
    }

    @Override
    public void close() {
        sorted.close();
    }
}
