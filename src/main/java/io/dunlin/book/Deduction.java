package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The customer says part of the invoice is covered by a bonus, return or promotion.
 *
 * @param amount in the invoice's currency
 * @param decidedOn when somebody compared the claim with what was agreed
 * @param matched whether the claim was right; null while undecided
 * @param settledOn when the credit memo of a matched claim was booked
 */
public record Deduction(
        String id,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String reason,
        String plan,
        LocalDate decidedOn,
        Boolean matched,
        LocalDate settledOn) {}
