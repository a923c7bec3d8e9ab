package io.dunlin.experiment;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Metric.Measure;
import io.dunlin.vocabulary.Action;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group while its customers are read, one after the other. */
final class Tally {
    final int draw;
    final Set<Arm> asked = EnumSet.noneOf(Arm.class);
    int customers;
    int paidForByOthers;
    long decisions;
    long inTheOtherArm;
    boolean wasThere;
    private final Map<Metric, Ratio> sums = new EnumMap<>(Metric.class);
    private final Map<Action, Ratio> received = new EnumMap<>(Action.class);
    private final List<Wait> waits = new ArrayList<>(0);

    Tally(int draw) {
        this.draw = draw;
    }

    void add(Metric metric, BigDecimal part, BigDecimal whole) {
        sums.merge(metric, new Ratio(part, whole), Ratio::plus);
    }

    void count(Metric metric, boolean isPart) {
        sums.merge(metric, Ratio.of(isPart ? 1 : 0, 1), Ratio::plus);
    }

    void wait(Wait wait) {
        waits.add(wait);
    }

    void received(Action lastStep, BigDecimal amount) {
        received.merge(lastStep, new Ratio(BigDecimal.ONE, amount), Ratio::plus);
    }

    /** The sums, and what follows from them for the group as one. */
    Group group() {
        for (var metric : Metric.values()) {
            if (metric.measure() == Measure.COUNT || metric.measure() == Measure.MONEY) {
                var part = sums.getOrDefault(metric, Ratio.NOTHING).part();
                sums.put(metric, new Ratio(part, BigDecimal.ONE));
            }
        }
        var owed = sums.getOrDefault(Metric.COLLECTED, Ratio.NOTHING);
        if (owed.whole().signum() > 0) {
            var share = owed.part().divide(owed.whole(), MathContext.DECIMAL64);
            sums.put(Metric.COLLECTED_PER_GROUP, new Ratio(share, BigDecimal.ONE));
        }
        return new Group(draw, customers, sums, waits, received);
    }
}
