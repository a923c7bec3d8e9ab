package io.dunlin.assumption;

/**
 * Numbers drawn by lot that depend on nothing but what they are for: SplitMix64's mixing (Steele, Lea and Flood 2014) of a
 * key and two counters. Whoever asks for the same number gets it, on any thread, machine and Java, in any order.
 */
final class Luck {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Luck() {}

    static long key(long from, String word) {
        long key = mix(from + GOLDEN * (word.length() + 1L));
        for (int i = 0; i < word.length(); i++) {
            key = mix(key + GOLDEN * (word.charAt(i) + 1L));
        }
        return key;
    }

    /** From 0, included, to 1, not included. */
    static double unit(long key, long one, long other) {
        return (mix(mix(key + GOLDEN * (one + 1)) + GOLDEN * (other + 1)) >>> 11) * 0x1p-53;
    }

    /** How much of a hazard is borne before it strikes: exponential, of mean 1. */
    static double patience(double unit) {
        // StrictMath: the last bit decides between two days and must be the same everywhere.
        return -StrictMath.log1p(-unit);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
