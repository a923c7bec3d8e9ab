package io.dunlin.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.antlr4.DRL10Lexer;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.drools.drl.parser.antlr4.ParserHelper;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Drools' own parser, asked for its quick answer first. ANTLR's SLL mode is a hundred times faster here (ten milliseconds for
 * two hundred rules, not a second), and where it finds no error the answer is the same as in the full mode; where it finds
 * one, the full mode has the last word.
 *
 * @param tree null where there are errors
 */
record DrlParsing(PackageDescr tree, List<Error> errors) {
    private static final Pattern EXPECTED = Pattern.compile("(?s) expecting \\{.*");

    /** What ANTLR says, and how a person would. */
    private static final Map<Pattern, String> WORDS = Map.of(
            Pattern.compile("no viable alternative at input '(.*)'"), "`$1` cannot be read",
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)'(?: expecting '?(.*?)'?)?$"),
                    "`$1` is not expected here",
            Pattern.compile("missing '?(.*?)'? at '(.*)'"), "`$1` is missing before `$2`",
            Pattern.compile("token recognition error at: '(.*)'"), "`$1` is not expected here");

    record Error(int line, int column, String message) {}

    /** A rule as deep as our bounds allow takes a third of it. */
    private static final int DEEPEST = 2_000;

    /** The text goes deeper than any rule has reason to. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooDeep(int line) {
            super(null, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** Without what only follows from the first error. */
    DrlParsing first() {
        return new DrlParsing(tree, errors.subList(0, Math.min(1, errors.size())));
    }

    static DrlParsing of(String text, Deadline deadline) {
        var quick = parse(text, PredictionMode.SLL, deadline);
        return quick.errors().isEmpty() ? quick : parse(text, PredictionMode.LL, deadline);
    }

    /** Put together from Drools' parts: its own assembly can neither be stopped nor kept from descending. */
    private static DRL10Parser parser(String text, Deadline deadline) {
        var tokens = new WatchedTokens(new DRL10Lexer(CharStreams.fromString(text)), deadline);
        var parser = new DRL10Parser(tokens);
        parser.setHelper(new ParserHelper(tokens, LanguageLevelOption.DRL10));
        parser.addParseListener(new Depth(deadline));
        return parser;
    }

    private static DrlParsing parse(String text, PredictionMode mode, Deadline deadline) {
        var parser = parser(text, deadline);
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
        try {
            var unit = parser.compilationUnit();
            return new DrlParsing(
                    errors.isEmpty()
                            ? DRL10ParserHelper.compilationUnitContext2PackageDescr(unit, parser.getTokenStream(), null)
                            : null,
                    List.copyOf(errors));
        } catch (TooDeep | Deadline.Passed | StackOverflowError e) {
            // What the parser learned from such a text it would keep for ever.
            parser.getInterpreter().clearDFA();
            throw e;
        }
    }

    /** Looks at the clock with every token that the parser or its prediction looks at. */
    private static final class WatchedTokens extends CommonTokenStream {
        private final Deadline deadline;

        WatchedTokens(TokenSource source, Deadline deadline) {
            super(source);
            this.deadline = deadline;
        }

        @Override
        public int LA(int offset) {
            deadline.look();
            return super.LA(offset);
        }

        @Override
        protected int fetch(int count) {
            deadline.look();
            return super.fetch(count);
        }
    }

    private static final class Depth implements ParseTreeListener {
        private final Deadline deadline;
        private int depth;

        Depth(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public void enterEveryRule(ParserRuleContext context) {
            deadline.look();
            if (++depth > DEEPEST) {
                throw new TooDeep(context.getStart().getLine());
            }
        }

        @Override
        public void exitEveryRule(ParserRuleContext context) {
            depth--;
        }

        @Override
        public void visitTerminal(TerminalNode node) {}

        @Override
        public void visitErrorNode(ErrorNode node) {}
    }

    /** A list of two hundred words that could stand there helps nobody. */
    private static String inWords(String message) {
        var text = EXPECTED.matcher(message).replaceFirst("").replaceAll("\\s+", " ");
        for (var word : WORDS.entrySet()) {
            text = word.getKey().matcher(text).replaceFirst(word.getValue());
        }
        return text.replace("`<EOF>`", "the end of the rule").replace("DRL_RHS_END", "`end`");
    }
}
