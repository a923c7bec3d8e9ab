package io.dunlin.experiment;

/**
 * How somebody wants to look at it.
 *
 * @param primary the metric that was named beforehand and that decides
 * @param looks how often somebody means to look
 * @param attributionDays for how long after a contact a payment or a dispute is told beside it
 */
record Question(Metric primary, int looks, int attributionDays) {
    private static final double MISSES = 0.05;

    /** Of one look. Looking more often makes each interval wider, so that all of them together hold as one would. */
    double confidence() {
        return 1 - MISSES / looks;
    }
}
