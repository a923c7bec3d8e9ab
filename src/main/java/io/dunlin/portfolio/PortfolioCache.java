package io.dunlin.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Portfolio.Counts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Portfolios that were read before, each as one sorted Parquet file in a directory named by the content of the files, of
 * the mapping and of what we make of them. What was left out is kept beside it and told again.
 */
public final class PortfolioCache {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String FACTS = "facts.parquet";
    private static final String COUNTS = "counts.json";
    private static final String REJECTS = "rejects.ndjson";

    private final Path directory;

    private record Told(int file, Reject reject) {}

    /** @param directory made if it is missing; null keeps nothing */
    public PortfolioCache(Path directory) {
        this.directory = directory;
    }

    /** Reads the files only if they were not read before. */
    public Portfolio open(PortfolioFiles files, Contents contents, Listener listener)
            throws IOException, UnreadableFile {
        if (directory == null) {
            return Portfolio.open(files, listener, Staging.inOrder());
        }
        var entry = directory.resolve(contents.key(files));
        if (Files.isRegularFile(entry.resolve(COUNTS))) {
            tellAgain(entry, files, listener);
        } else {
            fill(entry, files, listener);
        }
        var counts = JSON.readValue(entry.resolve(COUNTS).toFile(), Counts.class);
        return new Portfolio(files.folder().rates(), Staging.over(entry.resolve(FACTS)), counts);
    }

    /**
     * Where the rows of a portfolio lie that was opened before, for who reads them with other means: sorted by
     * {@code customer, kind, file, line}, each row's facts in {@code body}; see {@link Stored#of}.
     */
    public Path facts(PortfolioFiles files, Contents contents) {
        return directory.resolve(contents.key(files)).resolve(FACTS);
    }

    private static void tellAgain(Path entry, PortfolioFiles files, Listener listener) throws IOException {
        try (var lines = Files.lines(entry.resolve(REJECTS))) {
            for (var line : (Iterable<String>) lines::iterator) {
                var told = JSON.readValue(line, Told.class);
                listener.reject(files.paths().get(told.file()), told.reject());
            }
        }
    }

    private void fill(Path entry, PortfolioFiles files, Listener listener) throws IOException, UnreadableFile {
        try (var scratch = Scratch.of(() -> part(entry))) {
            var part = scratch.directory();
            var counts = write(part, files, listener);
            Files.writeString(part.resolve(COUNTS), JSON.writeValueAsString(counts));
            Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path part(Path entry) throws IOException {
        try {
            Files.createDirectories(directory);
            return Files.createTempDirectory(directory, entry.getFileName() + ".part-");
        } catch (IOException e) {
            throw new IOException(
                    "the portfolio cannot be kept in `" + directory + "` (" + e
                            + "); choose another place with --cache",
                    e);
        }
    }

    private Counts write(Path part, PortfolioFiles files, Listener listener) throws IOException, UnreadableFile {
        try (var rejects = new PrintWriter(Files.newBufferedWriter(part.resolve(REJECTS), StandardCharsets.UTF_8))) {
            var staging = Staging.inOrder();
            try (var portfolio = Portfolio.open(files, writing(rejects, files, listener), staging)) {
                staging.save(part.resolve(FACTS));
                if (rejects.checkError()) {
                    throw new IOException("the list of rows left out cannot be written");
                }
                return portfolio.counts();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(
                    "the portfolio cannot be kept in `" + directory
                            + "`; is the disk full? Choose another place with --cache. (" + reason(e) + ")",
                    e);
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

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String json(Told told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a reject cannot be written", e);
        }
    }
}
