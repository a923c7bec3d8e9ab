package io.dunlin.language;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** As what a spreadsheet program shows the number in a cell: what nobody sees there must not be what a rule compares with. */
enum WorkbookFormat {
    NUMBER(null, null),
    DATE("holds a date or a time", "write the number of days; where two numbers were meant, format the cell as text"),
    PERCENT("is shown as a percentage", "write the percentage as a plain number, 5 for 5 %");

    /** What stands in quotes, in brackets or behind a backslash is shown as it is. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*+\"|\\[[^\\]]*+]|\\\\.");

    private static final Pattern OF_A_DATE = Pattern.compile("[dDyYhHsS]|[mM]{1,5}");

    private final String message;
    private final String hint;

    WorkbookFormat(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    static WorkbookFormat of(Cell cell) {
        int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58) {
            return DATE;
        }
        var format = cell.getDataFormatString();
        var shown = format == null || format.equalsIgnoreCase("General")
                ? ""
                : LITERAL.matcher(format).replaceAll("");
        if (id == 9 || id == 10 || shown.contains("%")) {
            return PERCENT;
        }
        return OF_A_DATE.matcher(shown).find() ? DATE : NUMBER;
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
