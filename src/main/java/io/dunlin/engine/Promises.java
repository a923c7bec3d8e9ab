package io.dunlin.engine;

import io.dunlin.book.Promise;
import io.dunlin.vocabulary.Invoice.PromiseState;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What became of a promise; never stored, always read from the cash, so that a reversed payment reopens it. */
final class Promises {
    private Promises() {}

    static PromiseState state(Promise promise, History.Item item, LocalDate asOf, int toleranceDays) {
        if (promise.cancelledOn() != null) {
            return PromiseState.NONE;
        }
        var last = promise.until().plusDays(toleranceDays);
        var end = last.isBefore(asOf) ? last : asOf;
        var paid = item.paidBetween(promise.on(), end, asOf);
        // Nobody breaks a promise to pay what was credited meanwhile.
        boolean settled = item.balanceOn(end, asOf).signum() <= 0;
        if (settled || paid.compareTo(promised(promise, item)) >= 0) {
            return PromiseState.KEPT;
        }
        if (!asOf.isAfter(last)) {
            return PromiseState.OPEN;
        }
        return paid.signum() > 0 ? PromiseState.PARTLY_KEPT : PromiseState.BROKEN;
    }

    /** What is still to come of an open promise. */
    static BigDecimal outstanding(Promise promise, History.Item item, LocalDate asOf) {
        return promised(promise, item)
                .subtract(item.paidBetween(promise.on(), asOf, asOf))
                .max(BigDecimal.ZERO);
    }

    private static BigDecimal promised(Promise promise, History.Item item) {
        return promise.amount() != null
                ? promise.amount()
                : item.balanceOn(promise.on().minusDays(1)).max(BigDecimal.ZERO);
    }
}
