package io.dunlin.experiment;

import static io.dunlin.experiment.Metric.COLLECTED;
import static io.dunlin.experiment.Metric.COLLECTED_BEFORE;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Course.Champion;
import io.dunlin.experiment.Course.Period;
import io.dunlin.strategy.Draw;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An experiment that never took place, with a truth that is known. Same seed, same groups, on every machine. */
final class Simulated {
    static final LocalDate BEGAN = LocalDate.of(2026, 3, 2);
    static final LocalDate AS_OF = LocalDate.of(2026, 5, 30);

    private final Random random;
    private int groups = 400;
    private double lift;
    private double liftBefore;
    private int highestDraw = 10_000;
    private List<Period> shares = List.of(new Period(BEGAN, null, 50));
    private List<Champion> champions = List.of(new Champion(BEGAN.minusDays(100), "old"));
    private LocalDate ended;
    private LocalDate from = BEGAN;
    private LocalDate asOf = AS_OF;
    private Question question = new Question(COLLECTED, 1, 14);
    private Facts.Decided decided = new Facts.Decided(0, 0, 0, 0);

    Simulated(long seed) {
        random = new Random(seed);
    }

    Simulated groups(int number) {
        groups = number;
        return this;
    }

    /** The challenger collects so much more of what a group owes. */
    Simulated lift(double share) {
        lift = share;
        return this;
    }

    /** The groups of the challenger paid so much more already before. */
    Simulated liftBefore(double share) {
        liftBefore = share;
        return this;
    }

    /** Numbers that are not drawn from all there are: the lower ones come too often. */
    Simulated drawingBelow(int highest) {
        highestDraw = highest;
        return this;
    }

    Simulated shares(Period... periods) {
        shares = List.of(periods);
        return this;
    }

    Simulated championSince(LocalDate day) {
        champions = List.of(champions.get(0), new Champion(day, "new"));
        return this;
    }

    Simulated ended(LocalDate day) {
        ended = day;
        return this;
    }

    Simulated lookedAt(LocalDate first, LocalDate last) {
        from = first;
        asOf = last;
        return this;
    }

    Simulated asking(Question other) {
        question = other;
        return this;
    }

    Simulated decided(int champion, int challenger, long decisions, long inTheOtherArm) {
        decided = new Facts.Decided(champion, challenger, decisions, inTheOtherArm);
        return this;
    }

    ReadOut readOut() {
        var all = new ArrayList<Group>();
        for (int i = 0; i < groups; i++) {
            all.add(group(random.nextInt(highestDraw)));
        }
        return readOut(all);
    }

    ReadOut readOut(List<Group> all) {
        return readOut(new Facts(all, 3, decided, "EUR", null, Map.of(), 0));
    }

    ReadOut readOut(Facts facts) {
        var course = new Course("standard-7", "rival", champions, BEGAN, ended, "ada", "because", shares);
        return new Reading("standard", course, new Window(BEGAN, from, asOf), question, facts).readOut();
    }

    /** Debts of very different sizes; two in five pay all or nothing. */
    private Group group(int draw) {
        var isIn = Draw.arm(draw, 50) == Arm.CHALLENGER;
        var sums = new EnumMap<Metric, Ratio>(Metric.class);
        var owed = Math.exp(1.2 * random.nextGaussian()) * 1000;
        sums.put(COLLECTED, paid(owed, isIn ? lift : 0));
        sums.put(COLLECTED_BEFORE, paid(owed, isIn ? liftBefore : 0));
        return Group.of(draw, sums);
    }

    private Ratio paid(double owed, double more) {
        var share = random.nextDouble() < 0.4 ? (random.nextBoolean() ? 0.8 : 0) : random.nextDouble() * 0.8;
        return new Ratio(cents(owed * (share + more)), cents(owed));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 100), 2);
    }
}
