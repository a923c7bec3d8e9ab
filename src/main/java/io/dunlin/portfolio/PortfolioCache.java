package io.dunlin.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Portfolio.Counts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Portfolios that were read before, each in a directory named by the content of the files, of the mapping and of what we
 * make of them: one sorted Parquet file or, where the files lie sorted themselves, what was found out about them. What was
 * left out is kept beside it and told again.
 */
public final class PortfolioCache {
    /** What all entries together may take if nobody says otherwise: five gigabytes. */
    public static final long LIMIT = 5L << 30;

    /** What helps where there is no place for them. */
    public static final String ELSEWHERE = "Set DUNLIN_CACHE to another folder, or to `off`.";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String FACTS = "facts.parquet";
    private static final String SURVEY = "survey.json";
    private static final String COUNTS = "counts.json";
    private static final String REJECTS = "rejects.ndjson";

    private final Path directory;
    private final Shelf shelf;
    private final String elsewhere;

    private record Told(int file, Reject reject) {}

    /** Which rows are refused; most portfolios have none that makes a difference, and one entry serves both. */
    private enum Flavour {
        AS_THEY_ARE("-asis"),
        IN_ORDER("-inorder");

        private final String suffix;

        Flavour(String suffix) {
            this.suffix = suffix;
        }
    }

    /** @param directory made if it is missing; null keeps nothing */
    public PortfolioCache(Path directory) {
        this(directory, LIMIT, ELSEWHERE);
    }

    /**
     * @param limit in bytes; what was not used for the longest time goes first
     * @param elsewhere a sentence that says how another place is chosen
     */
    public PortfolioCache(Path directory, long limit, String elsewhere) {
        this.directory = directory;
        this.elsewhere = elsewhere;
        this.shelf = directory == null ? null : new Shelf(directory, limit);
    }

    /**
     * Reads the files only if they were not read before. Refuses also what was paid before it was issued: a history is
     * played in the order of its days.
     */
    public Portfolio open(PortfolioFiles files, Contents contents, Listener listener)
            throws IOException, UnreadableFile {
        if (directory == null) {
            return Portfolio.open(files, listener, Staging.inOrder());
        }
        var known = known(files, contents, Flavour.IN_ORDER, listener);
        return known == null ? sorted(files, contents, Flavour.IN_ORDER, listener) : known;
    }

    /**
     * To be decided for one day. Small files are read each time, that takes less than looking whether they were; so are
     * those whose order is promised.
     */
    public Portfolio open(PortfolioFiles files, LocalDate day, Listener listener) throws IOException, UnreadableFile {
        return directory == null || Portfolio.isSmall(files) || PromisedFiles.are(files) || !isUsable()
                ? Portfolio.open(files, day, listener)
                : kept(files, day, listener);
    }

    Portfolio kept(PortfolioFiles files, LocalDate day, Listener listener) throws IOException, UnreadableFile {
        var stamps = Stamp.of(files);
        var contents = Contents.of(files);
        var known = known(files, contents, Flavour.AS_THEY_ARE, listener);
        if (known != null) {
            return known;
        }
        var surveyed = shelf.take(contents.key(files, day));
        if (surveyed != null) {
            try (surveyed) {
                tellAgain(surveyed.path(), files, listener);
                var survey = JSON.readValue(surveyed.path().resolve(SURVEY).toFile(), Survey.class);
                var relatives = Relatives.read(surveyed.path());
                return Portfolio.asTheyLie(files, new SortedFiles(files, survey, relatives, stamps));
            }
        }
        var once = new ToldOnce(listener);
        var asTheyLie = asTheyLie(files, contents, day, stamps, once);
        return asTheyLie == null ? sorted(files, contents, Flavour.AS_THEY_ARE, once) : asTheyLie;
    }

    /** Deciding can do without a cache. */
    private boolean isUsable() {
        try {
            return Files.isWritable(Files.createDirectories(directory));
        } catch (IOException e) {
            return false;
        }
    }

    /** Null where the files have to be sorted. */
    private Portfolio asTheyLie(
            PortfolioFiles files, Contents contents, LocalDate day, List<Stamp> stamps, ToldOnce listener)
            throws IOException, UnreadableFile {
        var name = contents.key(files, day);
        var found = new AtomicReference<SortedFiles>();
        var held = fill(files, listener, name, (part, told) -> {
            var sorted = Portfolio.surveyed(files, day, stamps, told);
            if (sorted == null) {
                listener.again();
                return null;
            }
            found.set(sorted);
            keep(() -> {
                Files.writeString(part.resolve(SURVEY), JSON.writeValueAsString(sorted.survey()));
                sorted.relatives().save(part);
            });
            return name;
        });
        if (held != null) {
            held.close();
        }
        return found.get() == null ? null : Portfolio.asTheyLie(files, found.get());
    }

    private Portfolio known(PortfolioFiles files, Contents contents, Flavour flavour, Listener listener)
            throws IOException {
        var entry = entry(files, contents, flavour);
        if (entry == null) {
            return null;
        }
        tellAgain(entry.path(), files, listener);
        return over(entry, files);
    }

    private Shelf.Held entry(PortfolioFiles files, Contents contents, Flavour flavour) throws IOException {
        var name = contents.key(files);
        var both = shelf.take(name);
        return both == null ? shelf.take(name + flavour.suffix) : both;
    }

    private static Portfolio over(Shelf.Held entry, PortfolioFiles files) throws IOException {
        var counts = JSON.readValue(entry.path().resolve(COUNTS).toFile(), Counts.class);
        var rows = Staging.over(entry.path().resolve(FACTS), () -> Relatives.read(entry.path()), entry);
        return new Portfolio(files.folder(), rows, () -> counts);
    }

    /**
     * Where the rows of a portfolio lie that is open, for who reads them with other means: sorted by
     * {@code customer, kind, file, line}, each row's facts in {@code body}; see {@link Stored#of}.
     */
    public Path facts(PortfolioFiles files, Contents contents) throws IOException {
        try (var entry = entry(files, contents, Flavour.IN_ORDER)) {
            return entry.path().resolve(FACTS);
        }
    }

    private static void tellAgain(Path entry, PortfolioFiles files, Listener listener) throws IOException {
        try (var lines = Files.lines(entry.resolve(REJECTS))) {
            for (var line : (Iterable<String>) lines::iterator) {
                var told = JSON.readValue(line, Told.class);
                listener.reject(files.paths().get(told.file()), told.reject());
            }
        }
    }

    private Portfolio sorted(PortfolioFiles files, Contents contents, Flavour flavour, Listener listener)
            throws IOException, UnreadableFile {
        var name = contents.key(files);
        var entry = fill(files, listener, name, (part, told) -> {
            var staging = flavour == Flavour.IN_ORDER ? Staging.inOrder() : Staging.create();
            try (var portfolio = Portfolio.open(files, told, staging)) {
                keep(() -> {
                    staging.save(part.resolve(FACTS));
                    // Who plays a history asks for whole families instead.
                    if (flavour == Flavour.AS_THEY_ARE) {
                        staging.relatives().save(part);
                    }
                    Files.writeString(part.resolve(COUNTS), JSON.writeValueAsString(portfolio.counts()));
                });
                return staging.isInOrder() ? name : name + flavour.suffix;
            }
        });
        return over(entry, files);
    }

    private interface Filler {
        /** The name of what was written; null if it is not worth keeping. */
        String fill(Path part, Listener told) throws IOException, UnreadableFile;
    }

    private Shelf.Held fill(PortfolioFiles files, Listener listener, String name, Filler filler)
            throws IOException, UnreadableFile {
        try (var part = begin(name);
                var scratch = Scratch.of(part::path);
                var rejects = new PrintWriter(
                        Files.newBufferedWriter(scratch.directory().resolve(REJECTS), StandardCharsets.UTF_8))) {
            var finished = filler.fill(scratch.directory(), writing(rejects, files, listener));
            if (finished == null) {
                return null;
            }
            // Also empties its buffer: the whole list is on disk before the entry is called whole.
            if (rejects.checkError()) {
                throw full(new IOException("the list of rows left out cannot be written"));
            }
            var kept = new AtomicReference<Shelf.Held>();
            keep(() -> kept.set(shelf.finish(part, finished)));
            return kept.get();
        } finally {
            shelf.trim();
        }
    }

    private interface Keeping {
        void run() throws IOException;
    }

    /** What fails here failed because of the place; what fails while files are read and sorted is told as it is. */
    private void keep(Keeping keeping) throws IOException {
        try {
            keeping.run();
        } catch (IOException e) {
            throw full(e);
        }
    }

    private IOException full(IOException e) {
        var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new IOException(
                "the portfolio cannot be kept in `" + directory + "`; is the disk full? " + elsewhere + " (" + reason
                        + ")",
                e);
    }

    private Shelf.Held begin(String name) throws IOException {
        try {
            return shelf.begin(name);
        } catch (IOException e) {
            throw new IOException("the portfolio cannot be kept in `" + directory + "` (" + e + "). " + elsewhere, e);
        }
    }

    private static Listener writing(PrintWriter rejects, PortfolioFiles files, Listener listener) {
        return new Listener() {
            @Override
            public void reject(Path file, Reject reject) {
                rejects.println(json(new Told(files.paths().indexOf(file), reject)));
                listener.reject(file, reject);
            }

            @Override
            public void progress(long bytesDone, long bytesInAll) {
                listener.progress(bytesDone, bytesInAll);
            }
        };
    }

    private static String json(Told told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a reject cannot be written", e);
        }
    }
}
