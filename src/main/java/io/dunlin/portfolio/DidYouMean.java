package io.dunlin.portfolio;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The likeliest word that was meant. */
final class DidYouMean {
    private DidYouMean() {}

    /** A clause to append to a sentence; empty where nothing is near enough. */
    static String hint(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)))
                .filter(nearest -> distance(word, nearest) <= Math.max(2, word.length() / 3))
                .map(nearest -> "; did you mean `" + nearest + "`?")
                .orElse("; known are " + String.join(", ", known));
    }

    /** Levenshtein's, blind to case and to the marks between words. */
    private static int distance(String one, String other) {
        var a = plain(one);
        var b = plain(other);
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }
}
