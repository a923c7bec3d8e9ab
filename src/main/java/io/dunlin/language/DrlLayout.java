package io.dunlin.language;

import io.dunlin.language.DrlText.Kind;
import io.dunlin.language.DrlText.Token;
import java.util.List;
import java.util.Set;

/**
 * Lays a DRL file out in the one way all of ours are: only the space between words changes, never a word. Where an author
 * broke a line within brackets it stays broken.
 */
final class DrlLayout {
    private static final Set<String> TAKES_A_LIST = Set.of("in", "not", "contains", "when", "then");
    private static final Set<String> KNOWN =
            Set.of("(", ")", ",", ";", ":", "!", "@", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "+");

    private enum Part {
        FILE,
        HEAD,
        WHEN,
        THEN
    }

    private final StringBuilder out = new StringBuilder();
    private Part part = Part.FILE;
    private Token last;
    private int depth;

    private DrlLayout() {}

    static String of(String text) {
        boolean windows = text.contains("\r\n");
        var layout = new DrlLayout();
        DrlText.tokens(text.replace("\r\n", "\n")).forEach(layout::add);
        var laidOut = layout.out.toString().strip() + "\n";
        return windows ? laidOut.replace("\n", "\r\n") : laidOut;
    }

    /** Whether two texts differ in nothing but the space between words. */
    static boolean saysTheSame(String one, String other) {
        return words(one).equals(words(other));
    }

    private static List<String> words(String text) {
        return DrlText.tokens(text.replace("\r\n", "\n")).stream()
                .map(token -> token.text().strip())
                .toList();
    }

    private void add(Token token) {
        if (token.kind() == Kind.COMMENT) {
            comment(token);
        } else if (depth == 0 && isPartWord(token)) {
            part(token);
        } else if (startsLine(token)) {
            line(indent(token));
            put(token);
        } else {
            put(needsSpace(token) ? " " : "", token);
        }
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        last = token;
    }

    private boolean isPartWord(Token token) {
        return switch (part) {
            case FILE -> token.is("rule");
            case HEAD -> token.is("when");
            case WHEN -> token.is("then");
            case THEN -> token.is("end");
        };
    }

    private void part(Token token) {
        part = switch (part) {
            case FILE -> Part.HEAD;
            case HEAD -> Part.WHEN;
            case WHEN -> Part.THEN;
            case THEN -> Part.FILE;
        };
        line(0);
        // A comment right above a rule belongs to it.
        if (part == Part.HEAD && !(last != null && last.kind() == Kind.COMMENT && token.lineBreaks() < 2)) {
            blank();
        }
        put(token);
    }

    private void comment(Token token) {
        if (last == null || token.lineBreaks() > 0) {
            line(part == Part.FILE ? 0 : 4);
            if (part == Part.FILE && (token.lineBreaks() > 1 || (last != null && last.is("end")))) {
                blank();
            }
            put(token);
        } else {
            put(" ", token);
        }
    }

    private boolean startsLine(Token token) {
        if (last == null || last.is("when") && part == Part.WHEN || last.is("then") && part == Part.THEN) {
            return true;
        }
        if (last.kind() == Kind.COMMENT && (last.text().startsWith("//") || token.lineBreaks() > 0)) {
            return true;
        }
        if (depth > 0) {
            return token.lineBreaks() > 0 && part != Part.HEAD;
        }
        return switch (part) {
            case FILE -> token.lineBreaks() > 0 || last.is(";");
            case HEAD -> token.is("@");
            case WHEN -> last.is(")");
            case THEN -> last.is(";");
        };
    }

    private int indent(Token token) {
        if (part == Part.FILE) {
            return 0;
        }
        return depth == 0 || (depth == 1 && token.is(")")) ? 4 : 8;
    }

    private boolean needsSpace(Token token) {
        if (last.is("(") || token.is(")")) {
            return !(last.is("(") && token.is(")"));
        }
        if (token.is(",") || token.is(";") || last.is("!") || last.is("@")) {
            return false;
        }
        if (token.is("(")) {
            return last.kind() != Kind.WORD || TAKES_A_LIST.contains(last.text());
        }
        return isKnown(token) && isKnown(last)
                || token.start() > last.start() + last.text().length();
    }

    private static boolean isKnown(Token token) {
        return token.kind() != Kind.SYMBOL || KNOWN.contains(token.text());
    }

    private void line(int indent) {
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(" ".repeat(indent));
    }

    /** An empty line before the one just begun. */
    private void blank() {
        int start = out.lastIndexOf("\n") + 1;
        if (start > 1 && out.charAt(start - 2) != '\n') {
            out.insert(start, '\n');
        }
    }

    private void put(Token token) {
        if (part == Part.FILE && token.kind() != Kind.COMMENT && token.lineBreaks() > 1) {
            blank();
        }
        put("", token);
    }

    private void put(String space, Token token) {
        out.append(space).append(token.kind() == Kind.COMMENT ? token.text().stripTrailing() : token.text());
    }
}
