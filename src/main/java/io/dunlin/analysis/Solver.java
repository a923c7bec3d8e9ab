package io.dunlin.analysis;

import io.dunlin.analysis.Formula.All;
import io.dunlin.analysis.Formula.Any;
import io.dunlin.analysis.Formula.In;
import io.dunlin.analysis.Formula.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds values for all dims under which a formula is true, or proves that there are none: narrows every dim as far as the
 * formula forces it, then tries the alternatives that are left one by one. Gives up, and says so, when that takes too long.
 */
final class Solver {
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_TRIES = 4_000;

    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** @param point a value per dim where the answer is yes; else null */
    record Solution(Answer answer, long[] point) {
        static final Solution NO = new Solution(Answer.NO, null);
        static final Solution UNKNOWN = new Solution(Answer.UNKNOWN, null);
    }

    private final Dims dims;
    private final List<Dim> order;

    private int steps;

    private Solver(Dims dims) {
        this.dims = dims;
        this.order = dims.ordinaryFirst();
    }

    static Solution solve(Dims dims, Formula... all) {
        var solver = new Solver(dims);
        var start = solver.new State();
        try {
            var found = start.require(Formula.all(all)) ? solver.search(start) : null;
            if (found == null) {
                return Solution.NO;
            }
            solver.steps = 0;
            var point = solver.point(found, 0);
            return point == null ? Solution.UNKNOWN : new Solution(Answer.YES, point);
        } catch (TooLong e) {
            return Solution.UNKNOWN;
        }
    }

    static boolean isImpossible(Dims dims, Formula... all) {
        return solve(dims, all).answer() == Answer.NO;
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private State search(State state) {
        if (!state.settle()) {
            return null;
        }
        final var fewest = state.fewestAlternatives();
        if (fewest == null) {
            return state;
        }
        if (++steps > MOST_STEPS) {
            throw new TooLong();
        }
        state.open.removeIf(any -> any == fewest);
        for (var alternative : fewest.parts()) {
            var tried = state.copy();
            var found = tried.require(alternative) ? search(tried) : null;
            if (found != null) {
                return found;
            }
            // Tried in vain: whatever comes next may take the opposite for granted.
            if (alternative instanceof In && !state.require(alternative.not())) {
                return null;
            }
        }
        return null;
    }

    /** One value for each dim, the ordinary one where it may be; null where none could be found. */
    private long[] point(State state, int from) {
        int next = from;
        while (next < order.size() && state.box[order.get(next).index()].isSingle()) {
            next++;
        }
        if (next == order.size()) {
            return Arrays.stream(state.box)
                    .mapToLong(values -> values.isOnlyMissing() ? Values.MISSING : values.max())
                    .toArray();
        }
        var dim = order.get(next);
        for (var wish : Ordinary.wishes(dim, state.box[dim.index()])) {
            if (++steps > MOST_TRIES) {
                return null;
            }
            var tried = state.copy();
            var point = tried.require(dim.is(wish)) && tried.settle() ? point(tried, next + 1) : null;
            if (point != null) {
                return point;
            }
        }
        return null;
    }

    /** What is known so far. */
    private final class State {
        private final Values[] box;
        private final List<Sum> sums;
        private final List<Any> open;
        private int compared;

        State() {
            this.box = dims.all().stream().map(Dim::universe).toArray(Values[]::new);
            this.sums = new ArrayList<>();
            this.open = new ArrayList<>();
        }

        private State(State other) {
            this.box = other.box.clone();
            this.sums = new ArrayList<>(other.sums);
            this.open = new ArrayList<>(other.open);
            this.compared = other.compared;
        }

        State copy() {
            return new State(this);
        }

        /** Takes it as true; false where that is impossible. */
        boolean require(Formula formula) {
            if (formula instanceof In in) {
                int at = in.dim().index();
                box[at] = box[at].and(in.values());
                return !box[at].isEmpty();
            }
            if (formula instanceof All all) {
                for (var part : all.parts()) {
                    if (!require(part)) {
                        return false;
                    }
                }
                return true;
            }
            if (formula instanceof Sum sum) {
                sums.add(sum);
                return true;
            }
            open.add((Any) formula);
            return true;
        }

        /** Draws every conclusion that needs no guess; false where they contradict one another. */
        boolean settle() {
            if (sums.size() > compared) {
                compared = sums.size();
                if (Cycles.contradict(sums, dim -> !box[dim.index()].hasMissing())) {
                    return false;
                }
            }
            boolean again = true;
            while (again) {
                if (!narrow()) {
                    return false;
                }
                again = false;
                for (int i = open.size() - 1; i >= 0; i--) {
                    var left = undecided(open.get(i));
                    if (left == null) {
                        open.remove(i);
                    } else if (left.parts().isEmpty()) {
                        return false;
                    } else if (left.parts().size() == 1) {
                        open.remove(i);
                        if (!require(left.parts().get(0))) {
                            return false;
                        }
                        again = true;
                    } else {
                        open.set(i, left);
                    }
                }
            }
            return true;
        }

        /** The alternatives that may still be true; null where one of them is. */
        private Any undecided(Any any) {
            var left = new ArrayList<Formula>(any.parts().size());
            for (var part : any.parts()) {
                int known = truth(part);
                if (known > 0) {
                    return null;
                }
                if (known == 0) {
                    left.add(part);
                }
            }
            return left.size() == any.parts().size() ? any : new Any(left);
        }

        Any fewestAlternatives() {
            Any fewest = null;
            for (var any : open) {
                if (fewest == null || any.parts().size() < fewest.parts().size()) {
                    fewest = any;
                }
            }
            return fewest;
        }

        /** 1 certainly true, -1 certainly false, 0 not known. */
        private int truth(Formula formula) {
            if (formula instanceof In in) {
                var values = box[in.dim().index()];
                return !values.meets(in.values()) ? -1 : values.isWithin(in.values()) ? 1 : 0;
            }
            if (formula instanceof Sum sum) {
                return truth(sum);
            }
            boolean all = formula instanceof All;
            var parts = all ? ((All) formula).parts() : ((Any) formula).parts();
            int least = 1;
            int most = -1;
            for (var part : parts) {
                int truth = truth(part);
                least = Math.min(least, truth);
                most = Math.max(most, truth);
            }
            return all ? least : most;
        }

        private int truth(Sum sum) {
            long smallest = 0;
            long largest = 0;
            for (int i = 0; i < sum.signs().length; i++) {
                var values = box[sum.dims().get(i).index()];
                if (values.hasMissing()) {
                    return values.isOnlyMissing() ? 1 : 0;
                }
                smallest = add(smallest, sum.signs()[i] > 0 ? values.min() : -values.max());
                largest = add(largest, sum.signs()[i] > 0 ? values.max() : -values.min());
            }
            return smallest > sum.most() ? -1 : largest <= sum.most() ? 1 : 0;
        }

        private boolean narrow() {
            // Each round that changes something shrinks a range; the limit is for ranges that shrink one by one.
            for (int round = 0; round < 100; round++) {
                boolean changed = false;
                for (var sum : sums) {
                    if (truth(sum) < 0) {
                        return false;
                    }
                    changed |= narrow(sum);
                }
                if (!changed) {
                    return true;
                }
            }
            return true;
        }

        private boolean narrow(Sum sum) {
            long smallest = 0;
            for (int i = 0; i < sum.signs().length; i++) {
                var values = box[sum.dims().get(i).index()];
                if (values.hasMissing()) {
                    return false;
                }
                smallest = add(smallest, sum.signs()[i] > 0 ? values.min() : -values.max());
            }
            boolean changed = false;
            for (int i = 0; i < sum.signs().length; i++) {
                int at = sum.dims().get(i).index();
                boolean plus = sum.signs()[i] > 0;
                long rest = add(add(sum.most(), -smallest), plus ? box[at].min() : -box[at].max());
                var narrower = box[at].and(
                        plus ? Values.range(Values.MISSING + 1, rest) : Values.range(-rest, Long.MAX_VALUE));
                if (!narrower.isEmpty() && !narrower.equals(box[at])) {
                    box[at] = narrower;
                    changed = true;
                }
            }
            return changed;
        }

        /** Amounts stay far from the ends of a long; their sums shall too. */
        private static long add(long a, long b) {
            long bound = Long.MAX_VALUE / 2;
            return Math.max(-bound, Math.min(bound, a + b));
        }
    }
}
