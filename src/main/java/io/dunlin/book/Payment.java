package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money received or under way.
 *
 * @param invoice null where the payment is not matched to an invoice yet
 * @param on day received; for {@link State#IN_TRANSIT} the day it was announced
 * @param reversedOn from this day the payment counts as never made
 */
public record Payment(
        String id,
        String customer,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String currency,
        State state,
        LocalDate reversedOn) {
    public enum State {
        BOOKED,
        IN_TRANSIT
    }

    public Payment {
        state = state == null ? State.BOOKED : state;
    }
}
