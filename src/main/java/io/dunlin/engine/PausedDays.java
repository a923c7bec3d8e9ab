package io.dunlin.engine;

import io.dunlin.book.Hold;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Days past due on which somebody had ordered a pause; each day counts once however many holds covered it. */
final class PausedDays {
    private PausedDays() {}

    /** Days after {@code due} up to and with {@code asOf}. */
    static int count(List<Hold> own, List<Hold> customerWide, LocalDate due, LocalDate asOf) {
        if (own.isEmpty() && customerWide.isEmpty()) {
            return 0;
        }
        var holds = new ArrayList<>(own);
        holds.addAll(customerWide);
        holds.sort(Comparator.comparing(Hold::from));
        long paused = 0;
        var counted = due;
        for (var hold : holds) {
            var from = hold.from().isAfter(counted) ? hold.from().minusDays(1) : counted;
            var to = hold.end().isBefore(asOf) ? hold.end() : asOf;
            if (to.isAfter(from)) {
                paused += ChronoUnit.DAYS.between(from, to);
                counted = to;
            }
        }
        return (int) paused;
    }
}
