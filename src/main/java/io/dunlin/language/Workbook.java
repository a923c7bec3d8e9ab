package io.dunlin.language;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dunlin.language.Diagnostic.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A spreadsheet file (XLSX) as the text of a decision table. It is converted once, when it is handed in: what is kept,
 * compared and reviewed is the text. Cells are values: a formula is refused rather than believed, for what it shows may be
 * out of date.
 */
public final class Workbook {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 100;
    private static final Pattern NAME = Pattern.compile("(?i)\\.xlsx$");

    private final String file;
    private final Findings findings = new Findings();

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
            WorkbookBounds.check(bytes, findings.deadline());
            csv = text(bytes);
        } catch (WorkbookBounds.Beyond e) {
            findings.error(Code.TOO_BIG, file, 1, 0, null, e.getMessage(), "keep one sheet with the table alone");
        } catch (Deadline.Passed e) {
            findings.stopped(file, "reading was stopped: it took " + e.getMessage());
        } catch (IOException | XMLStreamException | ExcelReaderException | IllegalArgumentException e) {
            findings.error(
                    Code.SYNTAX, file, 1, 0, null, "this is not a spreadsheet file (XLSX)", "save it as .xlsx or .csv");
        }
        return new Converted(file, findings.hasErrors() ? null : csv, findings.all());
    }

    private String text(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var out = new StringWriter();
            int used = 0;
            for (var sheet : book.getSheets().toList()) {
                var rows = rows(sheet);
                used += rows.isEmpty() ? 0 : 1;
                if (used > 1) {
                    findings.error(Code.FORBIDDEN, file, 1, 0, null, "more than one sheet holds something", "keep one");
                    return null;
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
                findings.deadline().check();
                if (row.getRowNum() > MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
                    var message = "a table has at most " + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns";
                    findings.error(Code.TOO_BIG, file, row.getRowNum(), 0, null, message, "delete what is not needed");
                    return rows;
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of(""));
                }
                rows.add(cells(row));
            }
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).stream().allMatch(String::isBlank)) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i)
                    .map(cell -> value(cell, row.getRowNum()))
                    .orElse(""));
        }
        return cells;
    }

    private String value(Cell cell, int row) {
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            refuse(row, cell, "holds a formula", "put its value there");
        } else if (cell.getType() == CellType.ERROR) {
            refuse(row, cell, "holds an error", "put a value there");
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
        if (number.precision() > 20 || Math.abs((long) number.scale()) > 20) {
            refuse(row, cell, "holds a number beyond reason", "at most 12 digits");
            return "";
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void refuse(int row, Cell cell, String message, String hint) {
        findings.error(Code.FORBIDDEN, file, row, cell.getColumnIndex() + 1, null, message, hint);
    }

    private static void write(List<List<String>> rows, StringWriter out) throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.forEach(csv::writeRecord);
        }
    }
}
