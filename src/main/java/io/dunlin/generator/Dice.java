package io.dunlin.generator;

import java.util.List;

/** SplitMix64, written out: the JDK promises the same numbers for a seed only of a few of its methods. */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    /** The throws of one item; items do not disturb each other. */
    Dice(long seed, long item) {
        state = mix(seed) ^ mix(item * STEP + 1);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0, below 1. */
    double share() {
        state += STEP;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) (share() * (high - low + 1));
    }

    /** Around 0, two thirds within 1. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += share();
        }
        return sum;
    }

    /** Many small, few large; {@code mean} on average. StrictMath, because Math may differ by machine. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - share());
    }

    /** 1 or more, with a tail so heavy that a few make up most of the sum. */
    double pareto(double shape, double most) {
        return StrictMath.min(most, StrictMath.pow(1 - share(), -1 / shape));
    }

    double lognormal(double spread) {
        return StrictMath.exp(spread * bell());
    }

    <T> T one(List<T> of) {
        return of.get(between(0, of.size() - 1));
    }

    /** Index by weight; the weights add up to 100. */
    int weighted(int... weights) {
        double point = share() * 100;
        int i = 0;
        while (i < weights.length - 1 && point >= weights[i]) {
            point -= weights[i++];
        }
        return i;
    }
}
