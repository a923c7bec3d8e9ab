package io.dunlin.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A DRL file as words, strings, symbols and comments, each with its place; enough to lay it out and to cut it into rules. */
final class DrlText {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<string>\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]++|\\\\.)*+')"
            // What is opened and never closed ends with the line, or the file: looked for once, not from every letter
            // again.
            + "|(?<open>/\\*(?s:.*)|[\"'][^\\n]*)"
            + "|(?<word>[A-Za-z_$][A-Za-z0-9_$]*+(?:\\.(?:[A-Za-z_$][A-Za-z0-9_$]*+|\\*))*+)"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?[A-Za-z]*)"
            + "|(?<symbol>==|!=|<=|>=|&&|\\|\\|)"
            + "|(?<other>\\S)");

    enum Kind {
        COMMENT,
        STRING,
        WORD,
        NUMBER,
        SYMBOL
    }

    /** @param lineBreaks how many line ends stand between the token before and this one */
    record Token(Kind kind, String text, int start, int line, int column, int lineBreaks) {
        boolean is(String wanted) {
            return text.equals(wanted) && kind != Kind.STRING && kind != Kind.COMMENT;
        }

        /** A text or comment that begins here and never ends. */
        boolean isOpen() {
            return kind == Kind.SYMBOL && (text.startsWith("/*") || "\"'".indexOf(text.charAt(0)) >= 0);
        }

        boolean isFirstOnLine() {
            return lineBreaks > 0 || start == 0;
        }
    }

    private DrlText() {}

    static List<Token> tokens(String text) {
        return tokens(text, Deadline.of(Deadline.READING));
    }

    static List<Token> tokens(String text, Deadline deadline) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        int line = 1;
        int lineStart = 0;
        int at = 0;
        while (matcher.find()) {
            deadline.look();
            int breaks = 0;
            for (; at < matcher.start(); at++) {
                if (text.charAt(at) == '\n') {
                    breaks++;
                    line++;
                    lineStart = at + 1;
                }
            }
            tokens.add(new Token(kind(matcher), matcher.group(), at, line, at - lineStart + 1, breaks));
        }
        return tokens;
    }

    private static Kind kind(java.util.regex.Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("word") != null) {
            return Kind.WORD;
        }
        return matcher.group("number") != null ? Kind.NUMBER : Kind.SYMBOL;
    }
}
