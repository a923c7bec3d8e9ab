package io.dunlin.strategy;

import io.dunlin.book.Account;
import io.dunlin.engine.MidLadder;
import io.dunlin.language.Compiled;
import java.time.LocalDate;

/**
 * A version that decides, since a day, and what stands behind it for customers who are still on their way.
 *
 * @param activation its id, newest counts
 * @param stepsSince steps confirmed before this day do not count; null where all count
 * @param pinned what customers in mid-ladder on that day stay on; null where everybody has moved
 */
record Standing(long activation, Compiled version, LocalDate day, LocalDate stepsSince, Standing pinned) {

    /** The standing that decides for a customer, and since when it is not the newest one. */
    record Found(Standing standing, LocalDate pinnedSince) {}

    Found of(Account account, LocalDate asOf) {
        var at = this;
        LocalDate since = null;
        while (at.pinned != null && MidLadder.stands(account, at.day, at.pinned.stepsSince, asOf)) {
            since = at.day;
            at = at.pinned;
        }
        return new Found(at, since);
    }

    int depth() {
        return pinned == null ? 1 : 1 + pinned.depth();
    }
}
