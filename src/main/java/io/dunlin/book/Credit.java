package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A credit note.
 *
 * @param invoice null where it is not matched to an invoice yet
 * @param cancelledOn from this day it counts as never given
 * @param allocatedOn the day it was matched to its invoice; null where it came with it, or has none
 */
public record Credit(
        String id,
        String customer,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String currency,
        LocalDate cancelledOn,
        LocalDate allocatedOn) {

    public Credit(
            String id,
            String customer,
            String invoice,
            LocalDate on,
            BigDecimal amount,
            String currency,
            LocalDate cancelledOn) {
        this(id, customer, invoice, on, amount, currency, cancelledOn, null);
    }
}
