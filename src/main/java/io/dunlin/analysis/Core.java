package io.dunlin.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What of a list is really needed for something to be so. */
final class Core {
    private Core() {}

    /** A part of the list for which it still holds, and no longer does if any more is left out. */
    static <T> List<T> of(List<T> all, Predicate<List<T>> holds) {
        var core = new ArrayList<>(all);
        for (int i = core.size() - 1; i >= 0; i--) {
            var without = new ArrayList<>(core);
            without.remove(i);
            if (holds.test(without)) {
                core.remove(i);
            }
        }
        return core;
    }
}
