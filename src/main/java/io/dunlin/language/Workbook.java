package io.dunlin.language;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dunlin.language.Diagnostic.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A spreadsheet file (XLSX) as the text of a decision table. It is converted once, when it is handed in: what is kept,
 * compared and reviewed is the text. Cells are values: a formula is refused rather than believed, for what it shows may be
 * out of date.
 */
public final class Workbook {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 100;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
    private static final Pattern NAME = Pattern.compile("(?i)\\.xlsx$");

    private final String file;
    private final Findings findings = new Findings();
    private BitSet hiddenColumns;

    private Workbook(String file) {
        this.file = file;
    }

    /**
     * What came of it.
     *
     * @param file the table's name, ending in .csv
     * @param csv null where the spreadsheet is refused
     */
    public record Converted(String file, String csv, List<Diagnostic> diagnostics) {}

    /** Never throws: what is wrong with the bytes is among the diagnostics, with the cell where there is one. */
    public static Converted toCsv(String file, byte[] bytes) {
        return new Workbook(NAME.matcher(file).replaceAll(StrategyCompiler.TABLE)).convert(bytes);
    }

    private Converted convert(byte[] bytes) {
        String csv = null;
        try {
            hiddenColumns = WorkbookBounds.check(bytes, findings.deadline());
            csv = text(bytes);
        } catch (WorkbookBounds.Beyond e) {
            findings.error(e.code(), file, e.line(), e.column(), null, e.getMessage(), e.hint());
        } catch (Deadline.Passed e) {
            findings.stopped(file, "reading was stopped: it took " + e.getMessage());
        } catch (IOException | XMLStreamException | ExcelReaderException | IllegalArgumentException e) {
            findings.error(
                    Code.SYNTAX, file, 1, 0, null, "this is not a spreadsheet file (XLSX)", "save it as .xlsx or .csv");
        }
        return new Converted(file, findings.hasErrors() ? null : csv, findings.all());
    }

    private String text(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
            var out = new StringWriter();
            int used = 0;
            for (var sheet : book.getSheets().toList()) {
                var rows = rows(sheet);
                used += rows.isEmpty() ? 0 : 1;
                if (used > 1) {
                    refuse(1, 0, "more than one sheet holds something", "keep one");
                    return null;
                }
                if (!rows.isEmpty() && sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    refuse(
                            1,
                            0,
                            "the sheet `" + sheet.getName() + "` is hidden and holds something",
                            "show or delete it");
                }
                write(rows, out);
            }
            return out.toString();
        }
    }

    private List<List<String>> rows(Sheet sheet) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<Row>) stream::iterator) {
                findings.deadline().look();
                var cells = cells(row);
                if (cells.isEmpty()) {
                    continue;
                }
                if (row.getRowNum() > MOST_ROWS || cells.size() > MOST_COLUMNS) {
                    var message = "a table has at most " + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns";
                    findings.error(Code.TOO_BIG, file, row.getRowNum(), 0, null, message, "delete what is not needed");
                    return rows;
                }
                if (row.isHidden()) {
                    refuse(row.getRowNum(), 0, "row " + row.getRowNum() + " is hidden", "show or delete it");
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of(""));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /** Up to the last one that holds something: a cell that only has a colour holds nothing. */
    private List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            var value = row.getOptionalCell(i)
                    .map(cell -> value(cell, row.getRowNum()))
                    .orElse("");
            if (!value.isBlank()) {
                while (cells.size() < i) {
                    cells.add("");
                }
                cells.add(value);
            }
        }
        return cells;
    }

    private String value(Cell cell, int row) {
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            refuse(row, cell, "holds a formula", "put its value there");
        } else if (cell.getType() == CellType.ERROR) {
            refuse(row, cell, "holds an error", "put a value there");
        }
        if (cell.getType() != CellType.EMPTY && hiddenColumns.get(cell.getColumnIndex())) {
            refuse(row, cell, "stands in a hidden column", "show or delete the column");
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, row);
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
            default -> "";
        };
    }

    private String number(Cell cell, int row) {
        var number = cell.asNumber();
        var shown = WorkbookFormat.of(cell);
        if (shown != WorkbookFormat.NUMBER) {
            refuse(row, cell, shown.message(), shown.hint());
        }
        if (number.precision() > 20 || Math.abs((long) number.scale()) > 20) {
            refuse(row, cell, "holds a number beyond reason", "at most 12 digits");
            return "";
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void refuse(int row, Cell cell, String message, String hint) {
        refuse(row, cell.getColumnIndex() + 1, message, hint);
    }

    private void refuse(int row, int column, String message, String hint) {
        findings.error(Code.FORBIDDEN, file, row, column, null, message, hint);
    }

    private static void write(List<List<String>> rows, StringWriter out) throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.forEach(csv::writeRecord);
        }
    }
}
