package io.dunlin.experiment;

/** A figure of an arm that follows from sums over its groups, so that it can be had again without one of them. */
interface Statistic {
    int size();

    /** Adds the group to the sums; {@code sign} -1 takes it away. */
    void add(Group group, int sign, double[] sums);

    /** NaN where the sums do not tell. */
    double of(double[] sums);

    /** How much the group has to say; 0 leaves it out. */
    double weight(Group group);
}
