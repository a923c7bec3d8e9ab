package io.dunlin.language;

import java.util.Map;

/**
 * One thing that is wrong, or doubtful, in a strategy's files.
 *
 * @param line from 1; 0 where the finding concerns the file as a whole
 * @param column from 1; 0 where unknown. In a table it is the number of the cell, which the message then names, such as B7
 * @param rule id of the rule; null outside rules
 * @param hint what to write instead; null where there is nothing to suggest
 * @param witness a fact that shows it, in the words of the vocabulary; null where none is needed
 * @param accepted why {@code strategy.yaml} lives with it; null where it does not
 */
public record Diagnostic(
        Code code,
        Severity severity,
        String file,
        int line,
        int column,
        String rule,
        String message,
        String hint,
        Map<String, String> witness,
        String accepted) {

    public Diagnostic(
            Code code, Severity severity, String file, int line, int column, String rule, String message, String hint) {
        this(code, severity, file, line, column, rule, message, hint, null, null);
    }

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
        /** The files cannot be used. */
        ERROR,
        /** They can, but hardly as somebody meant them. */
        WARNING,
        /** Nothing to do; above all, what could not be told. */
        INFO
    }

    public enum Code {
        SYNTAX,
        FORBIDDEN,
        UNKNOWN_FACT,
        UNKNOWN_FIELD,
        UNKNOWN_ACTION,
        UNKNOWN_PARAMETER,
        UNKNOWN_WORD,
        WRONG_TYPE,
        DUPLICATE_RULE,
        MISSING_OWNER,
        MISSING_REASON,
        MANIFEST,
        MISSING_UNIT,
        UNUSED_PARAMETER,
        TOO_BIG,
        /** No fact fulfils the rule's conditions. */
        NEVER_FIRES,
        /** Whenever the rule's proposal could be followed, another one outranks it. */
        NEVER_WINS,
        /** Two rules can want different actions of one rank for one invoice. */
        TIE,
        /** An invoice or customer with collectable money that no rule speaks of. */
        UNCOVERED,
        /** Another rule fires on exactly the same facts and proposes the same. */
        SAME_RULE,
        /** The other conditions of the rule imply this one. */
        REDUNDANT_CONDITION,
        /** Written so that it costs more time than it needs. */
        SLOW_CONDITION,
        /** An acceptance in {@code strategy.yaml} that nothing was found for. */
        NOTHING_TO_ACCEPT,
        /** One of the above could neither be found nor ruled out. */
        UNDECIDED
    }

    public Diagnostic withWitness(Map<String, String> fact) {
        return new Diagnostic(code, severity, file, line, column, rule, message, hint, fact, accepted);
    }

    public Diagnostic acceptedBecause(String reason) {
        return new Diagnostic(code, severity, file, line, column, rule, message, hint, witness, reason);
    }

    /** Whether somebody has to do something about it before the strategy is as it should be. */
    public boolean isOpen() {
        return severity == Severity.ERROR || (severity == Severity.WARNING && accepted == null);
    }

    @Override
    public String toString() {
        var where = file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
        return where + " " + code + (rule == null ? "" : " [" + rule + "]") + " " + message
                + (hint == null ? "" : " (" + hint + ")");
    }
}
