package io.dunlin.language;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dunlin.language.Diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a decision table: a CSV file whose first row names the columns and each of whose other rows is a rule. A cell goes
 * through the parser of conditions and the words of consequences like what stands in a DRL file; nothing is generated.
 */
final class TableReader {
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CELL = 1_000;

    private final String file;
    private final String text;
    private final Manifest manifest;
    private final Findings findings;

    TableReader(String file, String text, Manifest manifest, Findings findings) {
        this.file = file;
        this.text = text;
        this.manifest = manifest;
        this.findings = findings;
    }

    List<Rule> read(Set<String> usedParameters) {
        if (manifest.name().equals(StrategyCompiler.GUARD)) {
            error(
                    1,
                    0,
                    "the guard has no tables: each of its rules is for somebody to read and sign",
                    "write it as DRL");
            return List.of();
        }
        var rows = rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (rows.get(0).getField(0).startsWith("sep=")) {
            error(1, 1, "`sep=` is for one spreadsheet program only", "delete the line");
            return List.of();
        }
        var columns = TableColumns.of(file, rows.get(0).getFields(), findings);
        var rules = new ArrayList<Rule>();
        for (var row : rows.subList(1, rows.size())) {
            findings.deadline().check();
            if (columns != null && isRule(row) && isTidy(row, columns)) {
                var cells = new TableRow.Cells(file, (int) row.getStartingLineNumber(), row.getFields());
                new TableRow(cells, columns, manifest, findings)
                        .read(usedParameters)
                        .ifPresent(rules::add);
            }
        }
        return rules;
    }

    private List<CsvRecord> rows() {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var rows = csv.stream().toList();
            if (rows.isEmpty()) {
                error(1, 0, "the table is empty", "its first row names the columns, such as " + TableColumns.EXAMPLE);
            }
            return rows;
        } catch (CsvParseException e) {
            findings.error(
                    Code.SYNTAX,
                    file,
                    1,
                    0,
                    null,
                    "this is not well-formed CSV: " + e.getMessage(),
                    "often a quote is opened and never closed; a quote inside a text is written twice");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a text cannot fail to be read", e);
        }
        return List.of();
    }

    /** The mark behind the first column's name: spreadsheets write what their country uses. */
    private char separator() {
        var rest = text.stripLeading().replaceFirst("^\"?" + TableColumns.RULE + "\"?[ ]*", "");
        return rest.startsWith(";") || rest.startsWith("\t") ? rest.charAt(0) : ',';
    }

    private static boolean isRule(CsvRecord row) {
        return !row.getField(0).strip().startsWith("#")
                && row.getFields().stream().anyMatch(cell -> !cell.isBlank());
    }

    private boolean isTidy(CsvRecord row, TableColumns columns) {
        int line = (int) row.getStartingLineNumber();
        boolean tidy = true;
        for (int i = 0; i < row.getFieldCount(); i++) {
            var cell = row.getField(i);
            if (i >= columns.count() && !cell.isBlank()) {
                tidy = error(
                        line,
                        i + 1,
                        "nothing in the first row says what this is",
                        "name the column, or empty the cell");
            } else if (cell.length() > LONGEST_CELL) {
                tidy = error(line, i + 1, "more than " + LONGEST_CELL + " characters in one cell", "say it shorter");
            } else if (cell.contains("\n")) {
                tidy = error(line, i + 1, "more than one line in one cell", "write it on one line");
            } else if (isFormula(cell.strip())) {
                tidy = error(
                        line,
                        i + 1,
                        "a spreadsheet program would carry this out as a formula",
                        "begin the cell with a letter; a condition with `=` is the value alone");
            }
        }
        return tidy && isNarrow(row);
    }

    private boolean isNarrow(CsvRecord row) {
        return row.getFieldCount() <= MOST_COLUMNS
                || error((int) row.getStartingLineNumber(), MOST_COLUMNS + 1, "too many columns", "split the table");
    }

    static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 && !cell.matches("-|-?[0-9.]{1,20}");
    }

    /** Always false. */
    private boolean error(int line, int column, String message, String hint) {
        findings.error(Code.FORBIDDEN, file, line, column, null, message, hint);
        return false;
    }
}
