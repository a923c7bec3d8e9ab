package io.dunlin.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one CSV file row by row; nothing of it is kept. */
public final class CsvFile {
    /** How many rows went where. */
    public record Tally(long good, long rejected) {
        public long rows() {
            return good + rejected;
        }
    }

    private CsvFile() {}

    /**
     * Hands every row to the sink. Rows before the place where a file turns out to be unreadable have been handed over
     * by then: who stores them does it in one transaction.
     */
    public static Tally read(InputStream in, Mapping mapping, Sink sink) throws IOException, UnreadableFile {
        long good = 0;
        try (var rows = open(in, mapping, sink::reject)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                sink.row(row);
                good++;
            }
            return new Tally(good, rows.rejected());
        }
    }

    /** For who reads several files side by side. */
    public static RowCursor open(InputStream in, Mapping mapping, Consumer<Reject> rejects)
            throws IOException, UnreadableFile {
        var csv = records(in, mapping.format());
        try {
            return told(() -> new Cursor(csv, mapping, rejects));
        } catch (IOException | UnreadableFile | RuntimeException e) {
            csv.close();
            throw e;
        }
    }

    private static final class Cursor implements RowCursor {
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> records;
        private final RowReader reader;
        private long rejected;

        Cursor(CsvReader<CsvRecord> csv, Mapping mapping, Consumer<Reject> rejects) throws UnreadableFile {
            this.csv = csv;
            this.records = csv.iterator();
            this.reader = new RowReader(mapping, header(records, mapping), rejects);
        }

        @Override
        public Row next() throws IOException, UnreadableFile {
            return told(this::good);
        }

        private Row good() {
            while (records.hasNext()) {
                var row = reader.read(new FileRow.OfCsv(records.next()));
                if (row != null) {
                    return row;
                }
                rejected++;
            }
            return null;
        }

        @Override
        public long rejected() {
            return rejected;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /**
     * Reads to the end without looking into the rows: only so can be told that nothing is wrong with the file itself.
     *
     * @return how many rows there are
     */
    public static long check(InputStream in, Mapping mapping) throws IOException, UnreadableFile {
        try (var csv = records(in, mapping.format())) {
            return told(() -> {
                var records = csv.iterator();
                header(records, mapping);
                long rows = 0;
                for (; records.hasNext(); rows++) {
                    records.next();
                }
                return rows;
            });
        }
    }

    private static Header header(Iterator<CsvRecord> records, Mapping mapping) throws UnreadableFile {
        if (!records.hasNext()) {
            throw new UnreadableFile("the file is empty; its first line must name the columns");
        }
        return Header.of(records.next().getFields(), mapping, Set.of());
    }

    private interface Reading<T> {
        T read() throws UnreadableFile;
    }

    /** What is wrong with the file, in words. */
    private static <T> T told(Reading<T> reading) throws IOException, UnreadableFile {
        try {
            return reading.read();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof StrictUtf8.Malformed malformed) {
                throw new UnreadableFile(malformed.getMessage(), malformed);
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnreadableFile(inWords(e), e);
        }
    }

    private static CsvReader<CsvRecord> records(InputStream in, Format format) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new StrictUtf8(in));
    }

    private static String inWords(CsvParseException e) {
        var cause = e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
        return "the file is not well-formed CSV, often a quote that is opened and never closed: " + cause;
    }
}
