package io.dunlin.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * Rows as CSV. People open such files with a spreadsheet program, which runs a cell that begins like a formula, whoever
 * chose the name in it; so such a text gets an apostrophe, which these programs read as "this is text". Numbers and dates
 * stay what they are, and so does a text that is a number.
 */
public final class CsvTable implements Closeable {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String NUMBER = "[+-]?[0-9]+([.,][0-9]+)*";

    private final CsvWriter rows;
    private final boolean forPeople;

    private CsvTable(Writer to, boolean forPeople) {
        this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
        this.forPeople = forPeople;
    }

    public static CsvTable forPeople(Writer to) {
        return new CsvTable(to, true);
    }

    /** For programs, which take every cell as it is. */
    static CsvTable exact(Writer to) {
        return new CsvTable(to, false);
    }

    /** Null is an empty cell. */
    public void row(Object... cells) {
        rows.writeRecord(Stream.of(cells).map(this::text).toList());
    }

    private String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        var text = cell == null ? "" : cell.toString();
        return forPeople && cell instanceof String && runs(text) ? "'" + text : text;
    }

    private static boolean runs(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
