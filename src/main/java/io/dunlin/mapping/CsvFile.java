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
import java.util.function.BiFunction;

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
        return read(in, mapping, (header, rows) -> new RowReader(mapping, header, sink).read(FileRow.OfCsv.all(rows)));
    }

    /** Reads to the end without looking into the rows: only so can be told that nothing is wrong with the file itself. */
    public static void check(InputStream in, Mapping mapping) throws IOException, UnreadableFile {
        read(in, mapping, (header, rows) -> {
            long count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            return new Tally(count, 0);
        });
    }

    private static Tally read(InputStream in, Mapping mapping, BiFunction<Header, Iterator<CsvRecord>, Tally> reader)
            throws IOException, UnreadableFile {
        try (var csv = open(in, mapping.format())) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new UnreadableFile("the file is empty; its first line must name the columns");
            }
            return reader.apply(Header.of(rows.next().getFields(), mapping, Set.of()), rows);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof StrictUtf8.Malformed malformed) {
                throw new UnreadableFile(malformed.getMessage(), malformed);
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new UnreadableFile(inWords(e), e);
        }
    }

    private static CsvReader<CsvRecord> open(InputStream in, Format format) {
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
