package io.dunlin.experiment;

import io.dunlin.vocabulary.Action;
import java.util.List;
import java.util.Map;

/**
 * A group of customers: what was drawn, and so what is compared. What its customers did is told as sums; nothing here
 * depends on how it was treated.
 *
 * @param draw the number it drew; low numbers are the challenger's
 * @param waits of its invoices that fell due while the experiment was watched
 * @param received payments by the last step before them, number and amount; null is for none
 */
public record Group(int draw, int customers, Map<Metric, Ratio> sums, List<Wait> waits, Map<Action, Ratio> received) {

    static Group of(int draw, Map<Metric, Ratio> sums) {
        return new Group(draw, 1, sums, List.of(), Map.of());
    }

    Ratio sum(Metric metric) {
        return sums.getOrDefault(metric, Ratio.NOTHING);
    }
}
