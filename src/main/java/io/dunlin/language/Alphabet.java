package io.dunlin.language;

import com.github.javaparser.Position;
import java.util.regex.Pattern;

/**
 * The few kinds of words that may follow {@code then}: names, whole numbers, strings, and brackets a little deep. Told
 * before the Java parser sees them, so that it meets nothing it could do or lose itself in.
 */
final class Alphabet {
    private static final Pattern WORD = Pattern.compile("\\s++"
            + "|//[^\\n]*+"
            + "|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/"
            + "|[A-Za-z_$][A-Za-z0-9_$]*+"
            + "|[0-9]++"
            + "|\"(?:[^\"\\\\\\n]|\\\\[\"\\\\nt'])*+\""
            + "|[(),;+.]");
    private static final int DEEPEST = 4;

    /** @param offset where the word begins */
    record Stranger(int offset, String word) {
        /** As the Java parser would count, which sees one character more in front. */
        Position position(String parsed) {
            var before = parsed.substring(0, offset + 1);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            return new Position(line, before.length() - before.lastIndexOf('\n'));
        }
    }

    private Alphabet() {}

    /** The first word that is not one of ours; null where all are. */
    static Stranger stranger(String text) {
        var words = WORD.matcher(text);
        int depth = 0;
        for (int at = 0; at < text.length(); at = words.end()) {
            if (!words.region(at, text.length()).lookingAt()) {
                return new Stranger(at, text.substring(at, at + Character.charCount(text.codePointAt(at))));
            }
            depth += words.group().equals("(") ? 1 : words.group().equals(")") ? -1 : 0;
            if (depth > DEEPEST) {
                return new Stranger(at, "(");
            }
        }
        return null;
    }
}
