package io.dunlin.simulation;

import io.dunlin.assumption.Age;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of what was drawn, for each draw. Whole numbers, so that the order of adding cannot show: cents of the reporting
 * currency, and millionths of the currency of costs.
 */
final class AssumedSums {
    /** What happened in the draws under one strategy. */
    static final class OneArm {
        final TreeMap<LocalDate, long[]> cash = new TreeMap<>();
        long[] open = {};
        long[] contacts = {};
        long[] millionths = {};
        /** Of customers of whom nothing is drawn: the same in every draw. */
        long undrawnOpen;

        long undrawnContacts;
        long undrawnMillionths;

        void reserve(int draws) {
            if (open.length == 0) {
                open = new long[draws];
                contacts = new long[draws];
                millionths = new long[draws];
            }
        }

        /** By draw; {@link #reserve} first. */
        long[] cash(LocalDate day) {
            return cash.computeIfAbsent(day, any -> new long[open.length]);
        }

        void merge(OneArm other) {
            other.cash.forEach((day, cents) -> cash.merge(day, cents, AssumedSums::sum));
            open = sum(open, other.open);
            contacts = sum(contacts, other.contacts);
            millionths = sum(millionths, other.millionths);
            undrawnOpen += other.undrawnOpen;
            undrawnContacts += other.undrawnContacts;
            undrawnMillionths += other.undrawnMillionths;
        }
    }

    /** Days on which an invoice of an age was open in history, and how many were settled on one of them. */
    static final class Seen {
        long days;
        long paid;
    }

    final Map<Arm, OneArm> arms = new EnumMap<>(Arm.class);
    /** What really came in, and of it what is taken as it was and what drawn payments replace. */
    final TreeMap<LocalDate, Long> history = new TreeMap<>();

    final TreeMap<LocalDate, Long> real = new TreeMap<>();
    final TreeMap<LocalDate, Long> replaced = new TreeMap<>();
    final Map<Age, Seen> seen = new EnumMap<>(Age.class);
    long invoiced;
    long stake;
    long customers;
    long invoices;

    AssumedSums() {
        for (var arm : Arm.values()) {
            arms.put(arm, new OneArm());
        }
    }

    OneArm arm(Arm arm) {
        return arms.get(arm);
    }

    void merge(AssumedSums other) {
        other.arms.forEach((arm, one) -> arm(arm).merge(one));
        other.real.forEach((day, cents) -> real.merge(day, cents, Long::sum));
        other.replaced.forEach((day, cents) -> replaced.merge(day, cents, Long::sum));
        other.history.forEach((day, cents) -> history.merge(day, cents, Long::sum));
        other.seen.forEach((age, counted) -> saw(age, counted.days, counted.paid));
        invoiced += other.invoiced;
        stake += other.stake;
        customers += other.customers;
        invoices += other.invoices;
    }

    void saw(Age age, long days, long paid) {
        var counted = seen.computeIfAbsent(age, any -> new Seen());
        counted.days += days;
        counted.paid += paid;
    }

    /** The longer of the two is the one that has something in it; they are never of different lengths otherwise. */
    private static long[] sum(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return (one.length == 0 ? other : one).clone();
        }
        var sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
