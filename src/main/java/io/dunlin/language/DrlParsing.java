package io.dunlin.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;

/**
 * Drools' own parser, asked for its quick answer first. ANTLR's SLL mode is a hundred times faster here (ten milliseconds for
 * two hundred rules, not a second), and where it finds no error the answer is the same as in the full mode; where it finds
 * one, the full mode has the last word.
 *
 * @param tree null where there are errors
 */
record DrlParsing(PackageDescr tree, List<Error> errors) {
    private static final Pattern EXPECTED = Pattern.compile("(?s) expecting \\{.*");

    record Error(int line, int column, String message) {}

    static DrlParsing of(String text) {
        var quick = parse(text, PredictionMode.SLL);
        return quick.errors().isEmpty() ? quick : parse(text, PredictionMode.LL);
    }

    private static DrlParsing parse(String text, PredictionMode mode) {
        var parser = DRL10ParserHelper.createDrlParser(text);
        var errors = new ArrayList<Error>();
        var listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException e) {
                errors.add(new Error(line, column + 1, inWords(message)));
            }
        };
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        if (parser.getTokenStream().getTokenSource() instanceof Recognizer<?, ?> lexer) {
            lexer.removeErrorListeners();
            lexer.addErrorListener(listener);
        }
        parser.getInterpreter().setPredictionMode(mode);
        var unit = parser.compilationUnit();
        return new DrlParsing(
                errors.isEmpty()
                        ? DRL10ParserHelper.compilationUnitContext2PackageDescr(unit, parser.getTokenStream(), null)
                        : null,
                List.copyOf(errors));
    }

    /** A list of two hundred words that could stand there helps nobody. */
    private static String inWords(String message) {
        return EXPECTED.matcher(message).replaceFirst("").replace("'<EOF>'", "the end of the rule");
    }
}
