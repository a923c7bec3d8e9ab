package io.dunlin.language;

/**
 * One thing that is wrong, or doubtful, in a strategy's files.
 *
 * @param line from 1; 0 where the finding concerns the file as a whole
 * @param column from 1; 0 where unknown. In a table it is the number of the cell, which the message then names, such as B7
 * @param rule id of the rule; null outside rules
 * @param hint what to write instead; null where there is nothing to suggest
 */
public record Diagnostic(
        Code code, Severity severity, String file, int line, int column, String rule, String message, String hint) {

    public Diagnostic {
        if (file.endsWith(StrategyCompiler.TABLE) && line > 0 && column > 0 && !message.startsWith("cell ")) {
            message = "cell " + cell(line, column) + ": " + message;
        }
    }

    /** As spreadsheet programs call it, such as {@code B7}. */
    private static String cell(int row, int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString() + row;
    }

    public enum Severity {
        ERROR,
        WARNING
    }

    public enum Code {
        SYNTAX,
        FORBIDDEN,
        UNKNOWN_FACT,
        UNKNOWN_FIELD,
        UNKNOWN_ACTION,
        UNKNOWN_WORD,
        WRONG_TYPE,
        DUPLICATE_RULE,
        MISSING_OWNER,
        MISSING_REASON,
        MANIFEST,
        UNUSED_PARAMETER,
        TOO_BIG
    }

    @Override
    public String toString() {
        var where = file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
        return where + " " + code + (rule == null ? "" : " [" + rule + "]") + " " + message
                + (hint == null ? "" : " (" + hint + ")");
    }
}
