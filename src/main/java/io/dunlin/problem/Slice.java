package io.dunlin.problem;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The part of a list that somebody asked for.
 *
 * @param last of the rows, after which the next slice begins; null where no row follows
 */
public record Slice<T>(List<T> rows, T last) {
    private static final int MOST = 1000;

    /**
     * @param limit of somebody who asks, refused unless it is from 1 to 1000
     * @param rows at most so many; one more than asked for tells whether another slice follows
     */
    public static <T> Slice<T> of(int limit, IntFunction<List<T>> rows) {
        check(limit);
        var oneMore = rows.apply(limit + 1);
        return oneMore.size() <= limit
                ? new Slice<>(oneMore, null)
                : new Slice<>(oneMore.subList(0, limit), oneMore.get(limit - 1));
    }

    /** For lists of which only the beginning is given. */
    public static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            new Findings().field("limit", "must be from 1 to " + MOST + ".").refuseIfAny(Problem.BAD_REQUEST);
        }
    }
}
