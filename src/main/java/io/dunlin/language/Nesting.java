package io.dunlin.language;

/**
 * How deeply brackets stand in one another and how much they hold, told before any parser sees the text: parsers descend by recursion, so that a
 * few thousand keep them busy for minutes or end them.
 */
final class Nesting {
    private static final int DEEPEST = 25;
    private static final int LONGEST = 10_000;

    private final String text;
    private int depth;
    private int opened;
    private int nots;
    /** Up to here no text that is opened is closed: looked for once, not from every quote again. */
    private int unclosed;

    private Nesting(String text) {
        this.text = text;
    }

    /** The first line that goes too deep; 0 where none does. */
    static int tooDeepAt(String text) {
        return new Nesting(text).scan();
    }

    private int scan() {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            int end = skip(i);
            for (; i < end; i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            if (i < text.length() && (isTooDeep(text.charAt(i), i) || isTooLong(i))) {
                return line;
            }
            line += i < text.length() && text.charAt(i) == '\n' ? 1 : 0;
        }
        return 0;
    }

    private boolean isTooDeep(char c, int at) {
        if (c == '(' || c == '[' || c == '{') {
            opened = depth == 0 ? at : opened;
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth = Math.max(0, depth - 1);
        }
        nots = c == '!' ? nots + 1 : Character.isWhitespace(c) ? nots : 0;
        return depth > DEEPEST || nots > DEEPEST;
    }

    /** A list of thousands of conditions keeps the parser as busy as nesting does. */
    private boolean isTooLong(int at) {
        return depth > 0 && at - opened > LONGEST;
    }

    /** Where the comment or string that begins at {@code i} ends; {@code i} where none does. */
    private int skip(int i) {
        if (text.startsWith("//", i)) {
            return end(text.indexOf('\n', i), 0);
        }
        if (text.startsWith("/*", i)) {
            return end(text.indexOf("*/", i + 2), 2);
        }
        return text.charAt(i) == '"' ? endOfString(i) : i;
    }

    /** A string ends on its line; one that does not is for the parser to refuse. */
    private int endOfString(int start) {
        int i = start + 1;
        for (; i < text.length() && text.charAt(i) != '\n' && start >= unclosed; i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        unclosed = Math.max(unclosed, i);
        return start;
    }

    private int end(int found, int length) {
        return found < 0 ? text.length() : found + length;
    }
}
