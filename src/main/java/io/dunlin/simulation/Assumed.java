package io.dunlin.simulation;

import io.dunlin.assumption.Age;
import io.dunlin.assumption.Assumptions;
import io.dunlin.assumption.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What would have come in if the assumptions held. No evidence of anything: another file of assumptions gives other figures.
 *
 * @param customers whose payments are drawn because the strategies treat them differently, as {@code invoices}
 * @param stake what these invoices had open when drawing began
 * @param invoiced in the window; what a number of days' sales is measured by
 * @param realCash taken as it was, under both strategies alike; part of every {@code cash}
 * @param replacedCash what really came in instead of what is drawn, under the strategy of that time
 * @param strategies by arm, and {@code delta} the candidate less the baseline, draw by draw
 * @param curve cash since the first day
 * @param seen how invoices were really paid, whoever asked for it, to hold the assumptions against
 * @param unmet exceptions of the file that fit nobody
 */
public record Assumed(
        String caution,
        Assumptions assumptions,
        long customers,
        long invoices,
        BigDecimal stake,
        BigDecimal invoiced,
        BigDecimal realCash,
        BigDecimal replacedCash,
        Map<String, Outlook> strategies,
        Outlook delta,
        List<Day> curve,
        List<Seen> seen,
        List<String> unmet) {

    /** The mean of all draws, and what a twentieth of them do not exceed, or do not fall short of. */
    public record Estimate(BigDecimal mean, BigDecimal low, BigDecimal high) {

        /** @param unscaled a value for each draw, with so many digits behind the point */
        static Estimate of(long[] unscaled, int digits, int shown) {
            var sorted = unscaled.clone();
            Arrays.sort(sorted);
            int outside = (sorted.length + 19) / 20;
            var sum = BigDecimal.ZERO;
            for (long value : sorted) {
                sum = sum.add(BigDecimal.valueOf(value, digits));
            }
            return new Estimate(
                    sum.divide(BigDecimal.valueOf(sorted.length), shown, RoundingMode.HALF_EVEN),
                    BigDecimal.valueOf(sorted[outside - 1], digits).setScale(shown, RoundingMode.HALF_EVEN),
                    BigDecimal.valueOf(sorted[sorted.length - outside], digits)
                            .setScale(shown, RoundingMode.HALF_EVEN));
        }
    }

    /**
     * @param cash that comes in
     * @param open on the last day
     * @param dso days sales outstanding on the last day: open, by what was invoiced in the window, times its days; null where
     *     nothing was invoiced
     * @param cost of all steps, in the currency of costs
     * @param net cash less cost, in the reporting currency; null where no rate leads there
     */
    public record Outlook(Estimate cash, Estimate open, Estimate dso, Estimate contacts, Estimate cost, Estimate net) {}

    /** From the first day to this one. */
    public record Day(
            LocalDate on, BigDecimal history, BigDecimal real, Estimate baseline, Estimate candidate, Estimate delta) {}

    /**
     * @param days on which an invoice of that age was open in the morning, added up over all invoices
     * @param paid how many of them were settled by a payment on such a day
     * @param percentADay the one by the other; null where there were no days
     * @param assumed for everybody to whom no exception applies
     */
    public record Seen(Age age, long days, long paid, BigDecimal percentADay, Range assumed) {}
}
