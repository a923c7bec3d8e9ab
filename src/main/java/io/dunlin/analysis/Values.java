package io.dunlin.analysis;

import java.util.Arrays;

/** A set of whole numbers, kept as ranges in order; a missing value is one of them ({@link #MISSING}). */
final class Values {
    static final long MISSING = Long.MIN_VALUE;
    static final Values NONE = new Values();

    /** First and last of each range, from small to large; no two ranges touch. */
    private final long[] ends;

    private Values(long... ends) {
        this.ends = ends;
    }

    static Values range(long first, long last) {
        return first > last ? NONE : new Values(first, last);
    }

    static Values of(long... numbers) {
        var all = NONE;
        for (var number : numbers) {
            all = all.or(range(number, number));
        }
        return all;
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    boolean isSingle() {
        return ends.length == 2 && ends[0] == ends[1];
    }

    boolean contains(long number) {
        for (int i = 0; i < ends.length; i += 2) {
            if (number <= ends[i + 1]) {
                return number >= ends[i];
            }
        }
        return false;
    }

    boolean hasMissing() {
        return ends.length > 0 && ends[0] == MISSING;
    }

    /** The smallest number that is not missing; ask only where there is one. */
    long min() {
        return hasMissing() ? ends[2] : ends[0];
    }

    long max() {
        return ends[ends.length - 1];
    }

    boolean isOnlyMissing() {
        return hasMissing() && ends.length == 2;
    }

    boolean meets(Values other) {
        return !and(other).isEmpty();
    }

    boolean isWithin(Values other) {
        int j = 0;
        for (int i = 0; i < ends.length; i += 2) {
            while (j < other.ends.length && other.ends[j + 1] < ends[i]) {
                j += 2;
            }
            if (j >= other.ends.length || other.ends[j] > ends[i] || other.ends[j + 1] < ends[i + 1]) {
                return false;
            }
        }
        return true;
    }

    Values and(Values other) {
        var common = new long[ends.length + other.ends.length];
        int size = 0;
        for (int i = 0, j = 0; i < ends.length && j < other.ends.length; ) {
            var first = Math.max(ends[i], other.ends[j]);
            var last = Math.min(ends[i + 1], other.ends[j + 1]);
            if (first <= last) {
                common[size++] = first;
                common[size++] = last;
            }
            if (ends[i + 1] < other.ends[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return size == ends.length && Arrays.equals(common, 0, size, ends, 0, size)
                ? this
                : new Values(Arrays.copyOf(common, size));
    }

    /** These without those. */
    Values minus(Values other) {
        var rest = this;
        for (int i = 0; i < other.ends.length; i += 2) {
            rest = rest.without(other.ends[i], other.ends[i + 1]);
        }
        return rest;
    }

    private Values without(long first, long last) {
        var left = new long[ends.length + 2];
        int size = 0;
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] < first) {
                left[size++] = ends[i];
                left[size++] = Math.min(ends[i + 1], first - 1);
            }
            if (ends[i + 1] > last) {
                left[size++] = Math.max(ends[i], last + 1);
                left[size++] = ends[i + 1];
            }
        }
        return new Values(Arrays.copyOf(left, size));
    }

    Values or(Values other) {
        var rest = other.minus(this).ends;
        var all = Arrays.copyOf(ends, ends.length + rest.length);
        System.arraycopy(rest, 0, all, ends.length, rest.length);
        return new Values(joined(all));
    }

    /** Ranges that share no number, in any order: sorted, and made one where they touch. */
    private static long[] joined(long[] ranges) {
        var order = new Integer[ranges.length / 2];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(ranges[2 * a], ranges[2 * b]));
        var joined = new long[ranges.length];
        int size = 0;
        for (var i : order) {
            if (size > 0 && joined[size - 1] + 1 == ranges[2 * i] && joined[size - 1] != MISSING) {
                joined[size - 1] = ranges[2 * i + 1];
            } else {
                joined[size++] = ranges[2 * i];
                joined[size++] = ranges[2 * i + 1];
            }
        }
        return Arrays.copyOf(joined, size);
    }

    /** The number in here that is closest to the one wished for; missing only where nothing else is here. */
    long closestTo(long wished) {
        long best = MISSING;
        for (int i = hasMissing() ? 2 : 0; i < ends.length; i += 2) {
            var candidate = Math.max(ends[i], Math.min(ends[i + 1], wished));
            if (best == MISSING || Math.abs(candidate - wished) < Math.abs(best - wished)) {
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(ends, values.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return Arrays.toString(ends);
    }
}
