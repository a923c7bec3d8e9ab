package io.dunlin.engine;

import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice.PromiseState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How the customer behaved in the twelve months before the as-of day. */
final class Habits {
    private Habits() {}

    static Customer.Habits of(History history, LocalDate asOf, HoldNumbers numbers) {
        var since = asOf.minusYears(1);
        int settled = 0;
        int late = 0;
        long daysLate = 0;
        int broken = 0;
        int lateDisputes = 0;
        for (var item : history.items.values()) {
            var lateBy = settledLateBy(item, since, asOf);
            if (lateBy >= 0) {
                settled++;
                late += lateBy > 0 ? 1 : 0;
                daysLate += lateBy;
            }
            broken += brokenPromises(item, since, asOf, numbers);
            lateDisputes += disputesAfterReminder(item, since);
        }
        int average = settled == 0 ? 0 : (int) (daysLate / settled);
        int percent = settled == 0 ? 0 : 100 * late / settled;
        boolean habitual = settled >= numbers.habitualMinimumInvoices()
                && (percent >= numbers.habitualLatePercent() || average >= numbers.habitualLateDays());
        return new Customer.Habits(settled, average, percent, broken, lateDisputes, habitual);
    }

    /** Days late (0 for early) if the invoice was settled in the window, else -1. */
    private static long settledLateBy(History.Item item, LocalDate since, LocalDate asOf) {
        // A fee that was paid late says nothing about how the customer pays for goods.
        if (item.paper.due() == null
                || item.paper.charge() != null
                || item.paper.writtenOffOn() != null
                || item.balanceOn(asOf).signum() > 0) {
            return -1;
        }
        var settledOn = item.lastReceipt(asOf);
        return settledOn == null || settledOn.isBefore(since)
                ? -1
                : Math.max(0, ChronoUnit.DAYS.between(item.paper.due(), settledOn));
    }

    private static int brokenPromises(History.Item item, LocalDate since, LocalDate asOf, HoldNumbers numbers) {
        int broken = 0;
        for (var promise : item.promises) {
            if (!promise.until().isBefore(since)
                    && Promises.state(promise, item, asOf, numbers.promiseToleranceDays()) == PromiseState.BROKEN) {
                broken++;
            }
        }
        return broken;
    }

    private static int disputesAfterReminder(History.Item item, LocalDate since) {
        int count = 0;
        for (var dispute : item.disputes) {
            boolean afterSecond = item.steps.stream()
                    .anyMatch(done -> done.step().action() == Action.REMINDER
                            && done.step().level() >= 2
                            && done.contact().advancesLadder()
                            && done.contact().on().isBefore(dispute.on()));
            count += afterSecond && !dispute.on().isBefore(since) ? 1 : 0;
        }
        return count;
    }
}
