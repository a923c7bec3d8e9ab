package io.dunlin.engine;

import io.dunlin.book.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where a payment plan stands: scheduled against received, from the cash.
 *
 * @param protects whether the invoices are left alone but for the instalments
 * @param missed what was due before and is not paid
 * @param next the next instalment that cash does not cover yet
 */
record PlanState(boolean protects, int daysSinceMissed, BigDecimal missed, LocalDate next) {
    static final PlanState NONE = new PlanState(false, 0, BigDecimal.ZERO, null);

    static PlanState of(Plan plan, History history, LocalDate asOf, int toleranceDays) {
        var paid = BigDecimal.ZERO;
        for (var id : plan.invoices()) {
            var item = history.items.get(id);
            paid = item == null ? paid : paid.add(item.paidBetween(plan.on(), asOf, asOf));
        }
        var scheduled = BigDecimal.ZERO;
        for (var instalment : plan.instalments().stream()
                .sorted(Comparator.comparing(Plan.Instalment::due))
                .toList()) {
            scheduled = scheduled.add(instalment.amount());
            if (paid.compareTo(scheduled) < 0) {
                int missed = Math.max(0, (int) ChronoUnit.DAYS.between(instalment.due(), asOf));
                var due = dueBefore(plan, asOf).subtract(paid).max(BigDecimal.ZERO);
                return new PlanState(missed <= toleranceDays, missed, due, instalment.due());
            }
        }
        // Every instalment is paid and still something is open: the plan is over.
        return NONE;
    }

    private static BigDecimal dueBefore(Plan plan, LocalDate asOf) {
        return plan.instalments().stream()
                .filter(instalment -> instalment.due().isBefore(asOf))
                .map(Plan.Instalment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
