package io.dunlin.experiment;

/**
 * Mean days from due to paid, where what takes longer than the horizon counts as the horizon: the area under the curve of
 * what is still unpaid (Kaplan and Meier). Invoices that are open yet count for as long as they were seen.
 */
record RestrictedMean(int horizon) implements Statistic {

    /** For each day what was paid on it, then for each day what was last seen on it. */
    @Override
    public int size() {
        return 2 * (horizon + 1);
    }

    @Override
    public void add(Group group, int sign, double[] sums) {
        for (var wait : group.waits()) {
            var last = Math.min(wait.days(), horizon);
            sums[(wait.paid() ? 0 : horizon + 1) + last] += sign;
        }
    }

    @Override
    public double of(double[] sums) {
        if (horizon == 0) {
            return Double.NaN;
        }
        double watched = 0;
        for (double sum : sums) {
            watched += sum;
        }
        double unpaid = 1;
        double area = 0;
        for (int day = 0; day < horizon; day++) {
            // Where the last one was lost from sight, what was unpaid then stays so.
            unpaid *= watched > 0 ? 1 - sums[day] / watched : 1;
            area += unpaid;
            watched -= sums[day] + sums[horizon + 1 + day];
        }
        return area;
    }

    @Override
    public double weight(Group group) {
        return group.waits().size();
    }
}
