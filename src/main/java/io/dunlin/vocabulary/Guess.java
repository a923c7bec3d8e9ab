package io.dunlin.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant who wrote a word that does not exist. */
public final class Guess {
    private static final int LONGEST = 60;

    private Guess() {}

    /** The closest other known word, if one is close; blind to case and to the marks between words. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        var tolerated = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(word -> !word.equals(written) && distance(written, word) <= tolerated)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A question to put behind a complaint; null where nothing is close. */
    public static String question(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "did you mean `" + word + "`?")
                .orElse(null);
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        var a = plain(one);
        var b = plain(other);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }
}
