package io.dunlin.experiment;

import java.util.List;

/**
 * A figure of an arm, and how much it would vary with other groups of the same kind: the jackknife over groups, which
 * takes each of them out once. Nothing is drawn, so the same groups always give the same estimate; members of a group are
 * never treated as if they were independent.
 *
 * @param value NaN where nothing can be said
 * @param variance of the value; infinite where all hangs on one group
 * @param groups with something to say
 * @param effective as many groups of one size would tell as much: few, where a few big ones make up most of the sum
 */
record Estimate(double value, double variance, int groups, double effective) {

    static Estimate of(List<Group> arm, Statistic statistic) {
        var groups = arm.stream().filter(g -> statistic.weight(g) > 0).toList();
        var sums = new double[statistic.size()];
        double weight = 0;
        double squares = 0;
        for (var group : groups) {
            statistic.add(group, 1, sums);
            weight += statistic.weight(group);
            squares += statistic.weight(group) * statistic.weight(group);
        }
        var value = statistic.of(sums);
        return new Estimate(
                value,
                variance(groups, statistic, sums, value),
                groups.size(),
                squares > 0 ? weight * weight / squares : 0);
    }

    private static double variance(List<Group> groups, Statistic statistic, double[] sums, double value) {
        double squares = 0;
        for (var group : groups) {
            var rest = sums.clone();
            statistic.add(group, -1, rest);
            var without = statistic.of(rest) - value;
            squares += without * without;
        }
        var n = groups.size();
        return n < 2 || Double.isNaN(squares) ? Double.POSITIVE_INFINITY : squares * (n - 1) / n;
    }
}
