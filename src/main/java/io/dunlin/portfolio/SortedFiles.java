package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.HeapRows.Laid;
import io.dunlin.portfolio.Portfolio.Counts;
import io.dunlin.vocabulary.Rates;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Files that lie in the order of their customers already: they are read where they lie, nothing is laid down. */
final class SortedFiles implements Sorted {
    private final PortfolioFiles files;
    private final Survey survey;
    private final Relatives relatives;
    private final List<Stamp> stamps;

    SortedFiles(PortfolioFiles files, Survey survey, Relatives relatives, List<Stamp> stamps) {
        this.files = files;
        this.survey = survey;
        this.relatives = relatives;
        this.stamps = stamps;
    }

    /**
     * Walks over them once, and again if anybody pays for somebody.
     *
     * @param stamps taken before
     * @throws NotSorted where the files have to be sorted, or contradictions in them told
     */
    static SortedFiles of(PortfolioFiles files, LocalDate day, List<Stamp> stamps, Listener listener)
            throws IOException, UnreadableFile {
        var relatives = new Relatives();
        var survey = Survey.of(files, day, relatives, listener);
        var sorted = new SortedFiles(files, survey, relatives, stamps);
        relatives.addPayers(sorted);
        return sorted;
    }

    Survey survey() {
        return survey;
    }

    Counts counts() {
        return survey.counts();
    }

    @Override
    public Relatives relatives() {
        return relatives;
    }

    @Override
    public SortedSet<String> currencies() {
        return survey.currencies();
    }

    @Override
    public SizeClasses sizeClasses(LocalDate asOf, Rates rates) {
        if (asOf.equals(survey.day()) && rates.equals(files.folder().rates())) {
            return survey.classes();
        }
        var totals = new Totals();
        try (var walk = new Customers()) {
            while (walk.hasNext()) {
                totals.add(Overdue.of(walk.rows(), asOf));
            }
        }
        return totals.classes(rates);
    }

    @Override
    public Stream<Stored> stored() {
        var walk = new Customers();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(walk::close);
    }

    @Override
    public Stream<Stored> linked() {
        return stored();
    }

    @Override
    public Stream<Stored> stored(Set<String> customers) {
        return stored().filter(its -> customers.contains(its.customer()));
    }

    /** Only whoever plays a history asks for families, and a history is never read where it lies. */
    @Override
    public Stream<Stored> stored(Map<String, String> heads) {
        if (!heads.isEmpty()) {
            throw new IllegalStateException("families do not lie side by side in these files; they have to be sorted");
        }
        return stored();
    }

    /** Nothing is kept between walks. */
    @Override
    public void close() {}

    /** A walk after the first, which was told everything: whatever is different now means that somebody wrote. */
    private final class Customers implements Iterator<Stored>, AutoCloseable {
        private final Walk walk;
        private List<Laid> next;
        private long rows;

        Customers() {
            try {
                walk = new Walk(files, (file, reject) -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnreadableFile | NotSorted e) {
                throw changed();
            }
            advance();
        }

        private void advance() {
            try {
                next = walk.next();
                rows += next.size();
                if (next.isEmpty()
                        && (rows != survey.counts().rows() || !Stamp.of(files).equals(stamps))) {
                    throw changed();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnreadableFile | NotSorted e) {
                throw changed();
            }
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        List<Laid> rows() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            var now = next;
            advance();
            return now;
        }

        @Override
        public Stored next() {
            return Stored.of(rows());
        }

        @Override
        public void close() {
            try {
                walk.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static UncheckedIOException changed() {
        return new UncheckedIOException(
                new IOException("a file of the portfolio was changed while it was read; start again"));
    }
}
