package io.dunlin.experiment;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Line.Side;
import io.dunlin.experiment.Metric.Measure;
import java.util.List;
import java.util.Map;

/** Compares the arms by one metric after the other. */
final class Lines {
    private static final int LONGEST_HORIZON = 60;

    private final Map<Arm, List<Group>> arms;
    private final Facts facts;
    private final double confidence;

    Lines(Map<Arm, List<Group>> arms, Facts facts, double confidence) {
        this.arms = arms;
        this.facts = facts;
        this.confidence = confidence;
    }

    Line of(Metric metric) {
        return metric == Metric.DAYS_TO_PAY ? waits() : sums(metric);
    }

    private Line sums(Metric metric) {
        var statistic = new Quotient(metric);
        var champion = Estimate.of(arms.get(Arm.CHAMPION), statistic);
        var challenger = Estimate.of(arms.get(Arm.CHALLENGER), statistic);
        var unit = metric.measure() == Measure.MONEY ? facts.costCurrency() : null;
        return line(
                metric,
                unit,
                null,
                Side.of(champion, total(Arm.CHAMPION, metric)),
                Side.of(challenger, total(Arm.CHALLENGER, metric)),
                Interval.between(champion, challenger, confidence),
                Interval.missing(champion, challenger));
    }

    private Line waits() {
        int horizon = horizon();
        var statistic = new RestrictedMean(horizon);
        var champion = Estimate.of(arms.get(Arm.CHAMPION), statistic);
        var challenger = Estimate.of(arms.get(Arm.CHALLENGER), statistic);
        var missing = horizon == 0
                ? "no " + Interval.FEWEST_GROUPS + " groups of each arm have an invoice that fell due since"
                : Interval.missing(champion, challenger);
        return line(
                Metric.DAYS_TO_PAY,
                null,
                horizon,
                Side.of(champion, null),
                Side.of(challenger, null),
                horizon == 0 ? null : Interval.between(champion, challenger, confidence),
                missing);
    }

    private static Line line(
            Metric metric, String unit, Integer horizon, Side champion, Side challenger, Interval found, String why) {
        return new Line(
                metric,
                metric.meaning(),
                metric.measure(),
                unit,
                horizon,
                metric.moreIsBetter(),
                champion,
                challenger,
                found == null ? null : Figures.orNull(found.difference()),
                found == null ? null : Figures.orNull(found.low()),
                found == null ? null : Figures.orNull(found.high()),
                why);
    }

    private Ratio total(Arm arm, Metric metric) {
        return arms.get(arm).stream().map(group -> group.sum(metric)).reduce(Ratio.NOTHING, Ratio::plus);
    }

    /** Up to a day for which enough groups of both arms were seen long enough, however early they paid. */
    private int horizon() {
        return arms.values().stream()
                .mapToInt(Lines::longest)
                .map(days -> Math.min(days, LONGEST_HORIZON))
                .min()
                .orElse(0);
    }

    private static int longest(List<Group> arm) {
        return arm.stream()
                .map(group ->
                        group.waits().stream().mapToInt(Wait::observable).max().orElse(0))
                .sorted((a, b) -> b - a)
                .skip(Interval.FEWEST_GROUPS - 1L)
                .findFirst()
                .orElse(0);
    }
}
