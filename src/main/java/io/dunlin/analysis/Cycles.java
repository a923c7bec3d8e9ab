package io.dunlin.analysis;

import io.dunlin.analysis.Formula.Sum;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds {@code a < b, b <= c, c <= a}. Narrowing ranges would come to it too, but by a millionth at a time; this is Bellman and
 * Ford's search for a circle of negative length.
 */
final class Cycles {
    private Cycles() {}

    static boolean contradict(List<Sum> sums, Predicate<Dim> known) {
        var differences = sums.stream()
                .filter(sum -> sum.signs().length == 2 && sum.signs()[0] + sum.signs()[1] == 0)
                .filter(sum -> sum.dims().stream().allMatch(known))
                .toList();
        var distance = new HashMap<Integer, Long>();
        boolean changed = true;
        for (int round = 0; changed && round <= differences.size() + 1; round++) {
            changed = false;
            for (var sum : differences) {
                changed |= shorten(sum, distance);
            }
        }
        return changed;
    }

    private static boolean shorten(Sum sum, HashMap<Integer, Long> distance) {
        int plus = sum.signs()[0] > 0 ? 0 : 1;
        int to = sum.dims().get(plus).index();
        long from = distance.getOrDefault(sum.dims().get(1 - plus).index(), 0L);
        if (from + sum.most() >= distance.getOrDefault(to, 0L)) {
            return false;
        }
        distance.put(to, from + sum.most());
        return true;
    }
}
