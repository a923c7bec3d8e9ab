package io.dunlin.engine;

import io.dunlin.book.Hold;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Role;

/** Blockers that are worded in more than one place. */
final class Texts {
    private Texts() {}

    static Blocker hold(Hold hold, Scope scope) {
        var by = hold.by() == null ? "" : ", ordered by " + hold.by();
        return new Blocker(
                Code.HOLD,
                scope,
                null,
                hold.end(),
                Role.COLLECTION_MANAGER,
                null,
                "on hold until " + hold.end() + because(hold.reason()) + by);
    }

    /** What follows a fact as its reason; nothing where none was given. */
    static String because(String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
