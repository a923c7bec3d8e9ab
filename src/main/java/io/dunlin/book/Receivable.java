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
 * @param charge the late charge this is, billed as an invoice of its own; null for an ordinary invoice
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
        LocalDate writtenOffOn,
        Charge charge) {

    /** Goods that could be taken back; {@code resaleValue} in the invoice's currency. */
    public record Goods(LocalDate returnableUntil, BigDecimal resaleValue, boolean retentionOfTitle) {}

    /** {@code level} as that of the late charge confirmed on the {@code invoice}; one left out is the first. */
    public record Charge(String invoice, int level) {
        public Charge {
            level = level == 0 ? 1 : level;
        }
    }

    /** An ordinary invoice. */
    public Receivable(
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
        this(id, customer, issued, due, amount, currency, terms, reference, undelivered, goods, writtenOffOn, null);
    }

    public static Receivable of(
            String id, String customer, LocalDate issued, LocalDate due, BigDecimal amount, String currency) {
        return new Receivable(id, customer, issued, due, amount, currency, null, null, false, null, null);
    }
}
