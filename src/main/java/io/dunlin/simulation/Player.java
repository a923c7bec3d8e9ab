package io.dunlin.simulation;

import io.dunlin.book.Account;

/** Plays one account under one strategy, day by day. Safe to share between threads. */
public interface Player {
    Played play(Account account);

    /** Who decides this account day by day; null where playing all days again is quicker. */
    DayByDay dayByDay(Account account);
}
