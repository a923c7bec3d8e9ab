package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A promise to pay. Whether it is open, kept, partly kept or broken is never stored; it follows from the cash.
 *
 * @param amount in the invoice's currency; null promises the whole balance
 * @param until day by which the money is to be here
 */
public record Promise(
        String id,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        LocalDate until,
        String by,
        LocalDate cancelledOn) {}
