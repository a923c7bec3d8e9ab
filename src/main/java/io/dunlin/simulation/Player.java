package io.dunlin.simulation;

import io.dunlin.book.Account;
import java.util.List;

/** Plays customers under one strategy, day by day. Safe to share between threads. */
public interface Player {
    /** A customer that belongs to nobody. */
    default Played play(Account account) {
        return play(Family.of(account)).get(0);
    }

    /** What was done about each member, in their order. */
    List<Played> play(Family family);

    /** Who decides this account day by day; null where playing all days again is quicker. */
    default DayByDay dayByDay(Account account) {
        return null;
    }
}
