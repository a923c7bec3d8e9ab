package io.dunlin.mapping;

import io.dunlin.vocabulary.Guess;
import java.util.Collection;

/** The likeliest word that was meant. */
final class DidYouMean {
    private DidYouMean() {}

    /** A clause to append to a sentence: the word that is near, or all that there are. */
    static String hint(String word, Collection<String> known) {
        return Guess.nearest(word, known)
                .map(nearest -> "; did you mean `" + nearest + "`?")
                .orElse("; known are " + String.join(", ", known));
    }
}
