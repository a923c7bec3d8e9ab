package io.dunlin.precedent;

import java.util.Arrays;

/** Gives every distinct pair of numbers a small number of its own. */
final class Interner {
    private static final double FULL = 0.6;

    private long[] first = new long[1024];
    private long[] second = new long[1024];
    private int[] ids = new int[1024];
    private int size;

    Interner() {
        Arrays.fill(ids, -1);
    }

    int size() {
        return size;
    }

    /** The pair's number; a pair never seen before gets the next one, which is {@link #size} before the call. */
    int of(long one, long other) {
        int at = find(one, other);
        if (ids[at] < 0) {
            if (size >= FULL * ids.length) {
                grow();
                at = find(one, other);
            }
            first[at] = one;
            second[at] = other;
            ids[at] = size++;
        }
        return ids[at];
    }

    private int find(long one, long other) {
        int mask = ids.length - 1;
        int at = hash(one, other) & mask;
        while (ids[at] >= 0 && (first[at] != one || second[at] != other)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int hash(long one, long other) {
        long mixed = (one * 0x9E3779B97F4A7C15L ^ other) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void grow() {
        var oldFirst = first;
        var oldSecond = second;
        var oldIds = ids;
        first = new long[oldIds.length * 2];
        second = new long[oldIds.length * 2];
        ids = new int[oldIds.length * 2];
        Arrays.fill(ids, -1);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] >= 0) {
                int at = find(oldFirst[i], oldSecond[i]);
                first[at] = oldFirst[i];
                second[at] = oldSecond[i];
                ids[at] = oldIds[i];
            }
        }
    }
}
