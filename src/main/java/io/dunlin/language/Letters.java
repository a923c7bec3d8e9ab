package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What a reviewer cannot see must not be in a file: letters that hide, reorder or pass for others. */
final class Letters {
    /** Drawn as nothing although Unicode calls them letters or symbols. */
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private final String file;
    private final String text;
    private final Findings findings;
    private int line = 1;
    private int lineStart;
    private UnicodeScript script;

    private Letters(String file, String text, Findings findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /** Whether all of the text can be seen; the first that cannot is among the findings. */
    static boolean areVisible(String file, String text, Findings findings) {
        return new Letters(file, text, findings).scan();
    }

    /** The same of a text in which escapes have been resolved. */
    static boolean hides(String text) {
        return text.codePoints().anyMatch(Letters::isHidden);
    }

    private boolean scan() {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            }
            if (isLoneReturn(i)) {
                return refuse(i, "a line ends with U+000D alone", "save it with the line ends of Windows or Unix");
            }
            if (isHidden(c)) {
                return refuse(i, "an invisible character (" + name(c) + ") is not allowed", "delete it");
            }
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                return refuse(i, "Unicode escapes are not allowed", "write the letter itself");
            }
            if (mixes(c)) {
                var message = "a word mixes letters of two scripts that look alike (" + name(c) + ")";
                return refuse(i, message, "write the word in one script");
            }
        }
        return true;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> BLANKS.indexOf(c) >= 0 || isVariation(c);
        };
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
    }

    /** Some programs show it as a new line, others do not: a comment could end without being seen to. */
    private boolean isLoneReturn(int at) {
        return text.charAt(at) == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n');
    }

    /** Whether the letter is of another script than the word it stands in. */
    private boolean mixes(int c) {
        var own = Character.isLetter(c) ? UnicodeScript.of(c) : null;
        var before = script;
        script = own != null && ALIKE.contains(own) ? own : Character.isLetterOrDigit(c) ? script : null;
        return own != null && before != null && ALIKE.contains(own) && own != before;
    }

    private static String name(int c) {
        return String.format("U+%04X", c);
    }

    private boolean refuse(int at, String message, String hint) {
        findings.error(Code.FORBIDDEN, file, line, at - lineStart + 1, null, message, hint);
        return false;
    }
}
