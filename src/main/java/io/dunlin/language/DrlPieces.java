package io.dunlin.language;

import io.dunlin.language.DrlText.Kind;
import io.dunlin.language.DrlText.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A DRL file cut before every {@code rule} that begins a line. Each piece is parsed by itself: a rule without its
 * {@code end}, or with a bracket left open, would otherwise swallow the rules after it, and the parser would not even say so.
 */
final class DrlPieces {
    /**
     * @param line of the file in which it begins
     * @param tokens without comments
     */
    record Piece(String written, int line, List<Token> tokens) {
        /** With empty lines in front, so that the parser counts lines as in the file. */
        String text() {
            return "\n".repeat(line - 1) + written;
        }

        boolean isRule() {
            return !tokens.isEmpty() && tokens.get(0).is("rule");
        }
    }

    /** What is wrong with a piece as anybody sees it who counts brackets and looks for the three words of a rule. */
    record Flaw(Token at, String message, String hint) {}

    private DrlPieces() {}

    static List<Piece> of(String text, Deadline deadline) {
        var pieces = new ArrayList<Piece>();
        var current = new ArrayList<Token>();
        int start = 0;
        int line = 1;
        for (var token : DrlText.tokens(text, deadline)) {
            if (token.is("rule") && token.isFirstOnLine()) {
                pieces.add(piece(text.substring(start, token.start()), line, current));
                current = new ArrayList<>();
                start = token.start() - token.column() + 1;
                line = token.line();
            }
            if (token.kind() != Kind.COMMENT) {
                current.add(token);
            }
        }
        pieces.add(piece(text.substring(start), line, current));
        pieces.removeIf(piece -> piece.tokens().isEmpty());
        return pieces;
    }

    private static Piece piece(String text, int line, List<Token> tokens) {
        return new Piece(text, line, List.copyOf(tokens));
    }

    /** The first flaw; null where the parser must look for itself. */
    static Flaw flaw(Piece piece) {
        var open = new ArrayDeque<Token>();
        for (var token : piece.tokens()) {
            if (token.isOpen()) {
                var mark = token.text().startsWith("/*") ? "/*" : token.text().substring(0, 1);
                return new Flaw(token, "`" + mark + "` is never closed", "close it, a text on its own line");
            }
            if (token.kind() != Kind.SYMBOL && token.kind() != Kind.WORD) {
                continue;
            }
            if (!open.isEmpty() && isRuleWord(token)) {
                var bracket = open.getFirst();
                return new Flaw(bracket, "`" + bracket.text() + "` is never closed", "before `" + token.text() + "`");
            }
            if ("([{".contains(token.text())) {
                open.push(token);
            } else if (")]}".contains(token.text())) {
                if (open.isEmpty() || !matches(open.pop(), token)) {
                    return new Flaw(token, "`" + token.text() + "` closes nothing", "delete it");
                }
            }
        }
        if (!open.isEmpty()) {
            return new Flaw(open.getFirst(), "`" + open.getFirst().text() + "` is never closed", null);
        }
        return piece.isRule() ? missingWord(piece) : null;
    }

    /** The text of the piece with spaces where its annotations stood, as long as before. */
    static String withoutAnnotations(Piece piece, Deadline deadline) {
        var text = new StringBuilder(piece.written());
        boolean inside = false;
        int depth = 0;
        for (var token : DrlText.tokens(piece.written(), deadline)) {
            if (token.is("when")) {
                break;
            }
            inside |= token.is("@");
            if (inside) {
                var blank = token.text().replaceAll("[^\n]", " ");
                text.replace(token.start(), token.start() + blank.length(), blank);
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                inside = !token.is(")") || depth > 0;
            }
        }
        return "\n".repeat(piece.line() - 1) + text;
    }

    private static boolean isRuleWord(Token token) {
        return Set.of("when", "then", "end").contains(token.text()) && token.isFirstOnLine();
    }

    private static boolean matches(Token open, Token close) {
        return (open.text() + close.text()).matches("\\(\\)|\\[]|\\{}");
    }

    private static Flaw missingWord(Piece piece) {
        for (var word : List.of("when", "then", "end")) {
            if (piece.tokens().stream().noneMatch(token -> token.is(word))) {
                var rule = piece.tokens().get(0);
                return new Flaw(rule, "the rule has no `" + word + "`", "rule \"…\" when … then … end");
            }
        }
        return null;
    }
}
