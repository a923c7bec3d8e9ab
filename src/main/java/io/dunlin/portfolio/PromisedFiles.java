package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.ParquetFile;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.HeapRows.Laid;
import io.dunlin.portfolio.Portfolio.Counts;
import io.dunlin.vocabulary.Rates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Files of which the mapping promises that they lie in the order of their customers, and says who is big. Nothing has to be
 * known of the whole, so that a customer is handed out as soon as its own rows were read; whoever belongs together with
 * others comes last, after everybody was met. A promise that turns out to be broken ends it.
 */
final class PromisedFiles implements Sorted {
    private final PortfolioFiles files;
    private final Listener listener;
    private final Links links;
    private final List<Stamp> stamps;
    private final Seen seen = new Seen();
    private final Relatives relatives;
    private final Customers customers;

    /** Reads master data that can name a group or a payer, and of all else the first customer. */
    PromisedFiles(PortfolioFiles files, Listener listener) throws IOException, UnreadableFile {
        this.files = files;
        this.listener = listener;
        try {
            this.stamps = Stamp.of(files);
            this.links = Links.of(files);
            this.relatives = new Relatives(links);
            this.customers = new Customers();
        } catch (NotSorted e) {
            throw broken(e);
        }
    }

    static boolean are(PortfolioFiles files) {
        return files.folder().inOrder()
                && files.folder().sizeClasses() != null
                && files.paths().stream().allMatch(file -> Files.isRegularFile(file) && !ParquetFile.is(file));
    }

    /** So far. */
    Counts counts() {
        return seen.counts(customers.walk.rejected());
    }

    @Override
    public SizeClasses sizeClasses(LocalDate asOf, Rates rates) {
        return files.folder().sizeClasses();
    }

    @Override
    public Relatives relatives() {
        return relatives;
    }

    @Override
    public Stream<Stored> stored() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(customers, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public SortedSet<String> currencies() {
        throw readOnce();
    }

    @Override
    public Stream<Stored> linked() {
        throw readOnce();
    }

    @Override
    public Stream<Stored> stored(Set<String> wanted) {
        throw readOnce();
    }

    @Override
    public Stream<Stored> stored(Map<String, String> heads) {
        throw readOnce();
    }

    private static IllegalStateException readOnce() {
        return new IllegalStateException("these files are decided while they are read, and read for nothing else");
    }

    @Override
    public void close() {
        customers.close();
    }

    private UnreadableFile broken(NotSorted e) {
        return new UnreadableFile(
                e.getMessage()
                        + ". But the mapping says `inOrder: true`, and nobody looked before: take `inOrder` out of"
                        + " it and start again, answers given so far may lack rows that come later",
                e);
    }

    /** Who is alone, each when its turn comes; then the others, laid aside until everybody was met. */
    private final class Customers implements Iterator<Stored> {
        private final Walk walk = new Walk(files, listener::reject, true);
        private final Aside others = new Aside();
        private boolean allMet;
        private Stored next;

        Customers() throws IOException, UnreadableFile {
            try {
                advance();
            } catch (IOException | UnreadableFile | RuntimeException e) {
                close();
                throw e;
            }
        }

        private void advance() throws IOException, UnreadableFile {
            next = allMet ? others.take() : nextAlone();
        }

        private Stored nextAlone() throws IOException, UnreadableFile {
            for (var rows = walk.next(); !rows.isEmpty(); rows = walk.next()) {
                var customer = met(rows);
                if (!links.all().contains(customer.customer())) {
                    return customer;
                }
                relatives.meet(customer);
                others.lay(customer);
            }
            seen.check();
            if (!Stamp.of(files).equals(stamps)) {
                throw SortedFiles.changed();
            }
            allMet = true;
            return others.take();
        }

        private Stored met(List<Laid> rows) throws IOException {
            seen.add(rows);
            if (seen.isProgress()) {
                listener.progress(walk.bytes(), files.bytes());
            }
            return Stored.of(rows);
        }

        void close() {
            try (seen;
                    others) {
                walk.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Stored next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            var now = next;
            try {
                advance();
            } catch (NotSorted e) {
                throw new UncheckedIOException(new IOException(broken(e).getMessage(), e));
            } catch (UnreadableFile e) {
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return now;
        }
    }
}
