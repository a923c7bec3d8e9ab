package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice as issued.
 *
 * @param due calendar date in the customer's zone; null is allowed and means that a person must look
 * @param amount above zero, in {@code currency} (ISO 4217)
 * @param undelivered the customer is known not to have it: rejected, or not yet uploaded to the customer's portal
 * @param writtenOffOn from this day the invoice is closed
 */
public record Receivable(
        String id,
        String customer,
        LocalDate issued,
        LocalDate due,
        BigDecimal amount,
        String currency,
        String terms,
        String reference,
        boolean undelivered,
        Goods goods,
        LocalDate writtenOffOn) {

    /** Goods that could be taken back; {@code resaleValue} in the invoice's currency. */
    public record Goods(LocalDate returnableUntil, BigDecimal resaleValue, boolean retentionOfTitle) {}

    public static Receivable of(
            String id, String customer, LocalDate issued, LocalDate due, BigDecimal amount, String currency) {
        return new Receivable(id, customer, issued, due, amount, currency, null, null, false, null, null);
    }
}
