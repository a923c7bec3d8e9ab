package io.dunlin.language;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.antlr4.DRL10Lexer;
import org.drools.drl.parser.antlr4.DRL10Parser;
import org.drools.drl.parser.antlr4.DRL10ParserHelper;
import org.drools.drl.parser.antlr4.DRLErrorListener;
import org.drools.drl.parser.antlr4.DRLParserError;
import org.drools.drl.parser.antlr4.ParserHelper;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * What Drools' parser makes of a text. The parts are Drools'; put together here, because its own assembly can neither be
 * stopped nor kept from descending until the stack ends, and a text can be written so that it takes hours.
 *
 * @param tree null where there are errors
 */
record DrlTree(PackageDescr tree, List<DRLParserError> errors) {
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

    static DrlTree of(String text, Deadline deadline) {
        var lexer = new DRL10Lexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        var tokens = new Tokens(lexer, deadline);
        var parser = new DRL10Parser(tokens);
        parser.setHelper(new ParserHelper(tokens, LanguageLevelOption.DRL10));
        var listener = new DRLErrorListener();
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        parser.addParseListener(new Depth(deadline));
        try {
            var context = parser.compilationUnit();
            var tree = listener.getErrors().isEmpty()
                    ? DRL10ParserHelper.compilationUnitContext2PackageDescr(context, tokens, null)
                    : null;
            return new DrlTree(tree, listener.getErrors());
        } catch (TooDeep | Deadline.Passed | StackOverflowError e) {
            // What the parser learned from such a text it would keep for ever.
            parser.getInterpreter().clearDFA();
            throw e;
        }
    }

    /** Looks at the clock with every token that the parser or its prediction looks at. */
    private static final class Tokens extends CommonTokenStream {
        private final Deadline deadline;

        Tokens(TokenSource source, Deadline deadline) {
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
}
