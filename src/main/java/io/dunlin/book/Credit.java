package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A credit note.
 *
 * @param invoice null where it is not matched to an invoice yet
 * @param cancelledOn from this day it counts as never given
 */
public record Credit(
        String id,
        String customer,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String currency,
        LocalDate cancelledOn) {}
