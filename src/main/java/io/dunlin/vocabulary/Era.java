package io.dunlin.vocabulary;

import java.time.LocalDate;

/** The days on which business is done; a date outside is a typing mistake, or stands for "never". */
public final class Era {
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private Era() {}

    public static boolean has(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
