package io.dunlin.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dunlin.experiment.Metric.Measure;
import java.math.BigDecimal;

/**
 * One metric in both arms.
 *
 * @param unit currency of money; null for anything else
 * @param horizon the longest wait that counts, in days; null for anything but {@code DAYS_TO_PAY}
 * @param difference challenger less champion; null, as {@code low} and {@code high}, where it cannot be told
 * @param why it cannot be told; null where it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        Metric metric,
        String meaning,
        Measure measure,
        String unit,
        Integer horizon,
        boolean moreIsBetter,
        Side champion,
        Side challenger,
        Double difference,
        Double low,
        Double high,
        String why) {

    /**
     * @param value {@code part} of {@code whole}; for days the mean
     * @param groups that have anything to say about it
     * @param effectiveGroups as many groups of one size would tell as much
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(Double value, BigDecimal part, BigDecimal whole, int groups, double effectiveGroups) {
        static Side of(Estimate estimate, Ratio sum) {
            return new Side(
                    Figures.orNull(estimate.value()),
                    sum == null ? null : sum.rounded().part(),
                    sum == null ? null : sum.rounded().whole(),
                    estimate.groups(),
                    Figures.rounded(estimate.effective()));
        }
    }

    /** The figures of the arms, and no comparison. */
    Line without(String reason) {
        return new Line(
                metric, meaning, measure, unit, horizon, moreIsBetter, champion, challenger, null, null, null, reason);
    }

    public boolean hasDifference() {
        return difference != null;
    }
}
