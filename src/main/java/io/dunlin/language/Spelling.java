package io.dunlin.language;

import java.util.Collection;
import java.util.Comparator;

/** Did you mean ...? */
final class Spelling {
    /** Nobody mistypes a longer one; measuring it would take long. */
    private static final int LONGEST = 80;

    private Spelling() {}

    /** A hint naming the closest known word, or null where none is close. */
    static String suggest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        return known.stream()
                .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(word, k) <= Math.max(2, word.length() / 3))
                .map(k -> "did you mean `" + k + "`?")
                .orElse(null);
    }

    /** Levenshtein's distance, ignoring case. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[b.length()];
    }
}
