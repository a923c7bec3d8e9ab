package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The customer contests an invoice.
 *
 * @param amount in the invoice's currency; null contests all of it
 * @param owner who outside collections must clear it
 * @param resolvedOn from this day it no longer suspends anything
 */
public record Dispute(
        String id,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String reason,
        String owner,
        LocalDate resolvedOn) {}
