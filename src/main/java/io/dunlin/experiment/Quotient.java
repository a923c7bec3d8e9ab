package io.dunlin.experiment;

/** One sum divided by another: a share of money, contacts per group. */
record Quotient(Metric metric) implements Statistic {
    @Override
    public int size() {
        return 2;
    }

    @Override
    public void add(Group group, int sign, double[] sums) {
        var sum = group.sum(metric);
        sums[0] += sign * sum.part().doubleValue();
        sums[1] += sign * sum.whole().doubleValue();
    }

    @Override
    public double of(double[] sums) {
        return sums[1] > 0 ? sums[0] / sums[1] : Double.NaN;
    }

    @Override
    public double weight(Group group) {
        return group.sum(metric).whole().doubleValue();
    }
}
