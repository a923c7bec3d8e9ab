package io.dunlin.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tokens of one constraint, each with its place in the file. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|(?<name>[A-Za-z_$][A-Za-z0-9_$]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"
            + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?[A-Za-z]*)"
            + "|(?<text>\"[^\"\\\\\\n]*\"|'[^'\\\\\\n]*')"
            + "|(?<symbol>==|!=|<=|>=|&&|\\|\\||[<>!(),])"
            + "|(?<other>.)");

    private record Token(String text, boolean name, int start) {}

    private final String source;
    private final int line;
    private final int column;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** The constraint's text, and where in the file it begins, both counted from 1. */
    Tokens(String source, int line, int column) {
        this.source = source;
        this.line = line;
        this.column = column;
        var matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            if (!matcher.group().isBlank()) {
                tokens.add(new Token(matcher.group(), matcher.group("name") != null, matcher.start()));
            }
        }
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    String peek() {
        return atEnd() ? "" : tokens.get(next).text();
    }

    String next() {
        var text = peek();
        next++;
        return text;
    }

    boolean take(String wanted) {
        if (atEnd() || !peek().equals(wanted)) {
            return false;
        }
        next++;
        return true;
    }

    String takeName() {
        return !atEnd() && tokens.get(next).name() ? next() : null;
    }

    int position() {
        return next;
    }

    int line(int token) {
        return line + (int) before(token).chars().filter(c -> c == '\n').count();
    }

    int column(int token) {
        var before = before(token);
        var newline = before.lastIndexOf('\n');
        return newline < 0 ? column + before.length() : before.length() - newline;
    }

    /** The source from a token to the last one taken. */
    String textFrom(int token) {
        var last = tokens.get(Math.min(next, tokens.size()) - 1);
        return source.substring(
                        tokens.get(token).start(), last.start() + last.text().length())
                .replaceAll("\\s+", " ");
    }

    private String before(int token) {
        return token < tokens.size() ? source.substring(0, tokens.get(token).start()) : source;
    }
}
