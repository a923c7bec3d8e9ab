package io.dunlin.experiment;

import java.util.ArrayList;
import java.util.List;

/** What is true of every read-out, and what nobody may forget about it. */
final class Notes {
    private final Window window;
    private final Question question;

    Notes(Window window, Question question) {
        this.window = window;
        this.question = question;
    }

    List<String> all() {
        var notes = new ArrayList<String>();
        notes.add("Groups of customers were drawn, so groups are compared. Each one that was in the book on "
                + window.from()
                + " counts in the arm it drew, whether or not it was ever asked about, overruled, pinned"
                + " or contacted by hand. Groups that came later are left out.");
        notes.add(
                "Which customers the strategy decides for is read from the book as it is now, and from the decision log.");
        notes.add(
                question.looks() == 1
                        ? "The intervals hold for one look, on a day that was fixed beforehand. Whoever looks every week until"
                                + " it fits will find a difference where there is none; say `looks` to be allowed more."
                        : "The intervals are wide enough for " + question.looks() + " looks.");
        notes.add(question.primary() + " decides. The other metrics describe: of twenty such intervals, one misses by"
                + " chance.");
        notes.add("The association is no effect: whoever pays after a call might have paid without it.");
        return notes;
    }
}
