package io.dunlin.assumption;

import io.dunlin.assumption.Assumptions.Except;
import io.dunlin.assumption.Assumptions.Response;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The assumptions as each draw takes them, for one sort of customer after the other. Safe to share between threads. */
public final class Odds {
    private final Assumptions assumptions;
    private final long seed;
    private final Map<List<Integer>, Of> known = new ConcurrentHashMap<>();

    public Odds(Assumptions assumptions, long seed) {
        this.assumptions = assumptions;
        this.seed = seed;
    }

    public int draws() {
        return assumptions.draws();
    }

    long seed() {
        return seed;
    }

    /** For a customer of this segment (null for none) and size. */
    public Of of(String segment, SizeClass size) {
        var fitting = new ArrayList<Integer>();
        for (int i = 0; i < assumptions.except().size(); i++) {
            if (assumptions.except().get(i).fits(segment, size)) {
                fitting.add(i);
            }
        }
        return known.computeIfAbsent(List.copyOf(fitting), Of::new);
    }

    /** A rate takes one value for all invoices of a draw: being wrong about it is no matter of luck that evens out. */
    private double[] perDraw(Range range, String place) {
        var values = new double[draws()];
        var key = Luck.key(seed, place);
        for (int draw = 0; draw < values.length; draw++) {
            values[draw] = range.at(Luck.unit(key, draw, 0));
        }
        return values;
    }

    /** @param rates of being paid because of the step, by draw */
    record Reaction(double[] rates, int within) {}

    public final class Of {
        private final Map<Age, double[]> hazards = new EnumMap<>(Age.class);
        private final Map<String, Reaction> reactions = new HashMap<>();
        private final double[] again = perDraw(assumptions.again(), "again");
        private final double[] together = perDraw(assumptions.together(), "together");
        private final double[] partial;
        private final double[] share;

        private Of(List<Integer> fitting) {
            unasked(assumptions.unasked(), "");
            responses(assumptions.responses(), "");
            // The first that fits is said last.
            for (int i = fitting.size() - 1; i >= 0; i--) {
                Except except = assumptions.except().get(fitting.get(i));
                unasked(except.unasked(), "except " + fitting.get(i) + " ");
                responses(except.responses(), "except " + fitting.get(i) + " ");
            }
            var parts = assumptions.partial();
            partial = parts == null ? new double[draws()] : perDraw(parts.chance(), "partial chance");
            share = parts == null ? new double[draws()] : perDraw(parts.share(), "partial share");
        }

        private void unasked(Map<Age, Range> ranges, String place) {
            ranges.forEach((age, range) -> {
                var values = perDraw(range, place + "unasked " + age.word());
                for (int draw = 0; draw < values.length; draw++) {
                    values[draw] = hazard(values[draw]);
                }
                hazards.put(age, values);
            });
        }

        private void responses(Map<String, Response> said, String place) {
            said.forEach((step, response) -> reactions.put(
                    step, new Reaction(perDraw(response.pays(), place + "responses " + step), response.within())));
        }

        double unasked(Age age, int draw) {
            return hazards.get(age)[draw];
        }

        /** Null where nobody assumes that it makes anybody pay. */
        Reaction to(Action action, int level) {
            var own = reactions.get(Assumptions.key(action, level));
            return own == null ? reactions.get(action.name()) : own;
        }

        /** What is left of a rate when the action is taken for the n-th time, from 1. */
        double left(int time, int draw) {
            return StrictMath.pow(again[draw], time - 1);
        }

        double together(int draw) {
            return together[draw];
        }

        double partial(int draw) {
            return partial[draw];
        }

        double share(int draw) {
            return share[draw];
        }

        Odds odds() {
            return Odds.this;
        }
    }

    /** What a chance is as a hazard; endless where it is certain. */
    static double hazard(double chance) {
        return -StrictMath.log1p(-chance);
    }
}
