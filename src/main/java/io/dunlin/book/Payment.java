package io.dunlin.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money received or under way.
 *
 * @param invoice null where the payment is not matched to an invoice yet
 * @param on day received; for {@link State#IN_TRANSIT} the day it was announced
 * @param state as what it was told first; an announced payment stays one, and is money from {@code bookedOn} on
 * @param reversedOn from this day the payment counts as never made
 * @param bookedOn the day the money of an announced payment arrived; null where it has not, or was never announced
 * @param allocatedOn the day it was matched to its invoice; null where it came with it, or has none
 */
public record Payment(
        String id,
        String customer,
        String invoice,
        LocalDate on,
        BigDecimal amount,
        String currency,
        State state,
        LocalDate reversedOn,
        LocalDate bookedOn,
        LocalDate allocatedOn) {
    public enum State {
        BOOKED,
        IN_TRANSIT
    }

    public Payment {
        state = state == null ? State.BOOKED : state;
    }

    /** A payment to which nothing happened since but perhaps a reversal. */
    public Payment(
            String id,
            String customer,
            String invoice,
            LocalDate on,
            BigDecimal amount,
            String currency,
            State state,
            LocalDate reversedOn) {
        this(id, customer, invoice, on, amount, currency, state, reversedOn, null, null);
    }

    /** The day the money was here; null where it is not yet. */
    public LocalDate receivedOn() {
        return state == State.BOOKED ? on : bookedOn;
    }
}
