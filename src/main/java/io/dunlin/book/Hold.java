package io.dunlin.book;

import java.time.LocalDate;

/**
 * A pause somebody ordered. It always ends: {@code until} is its last day, {@code liftedOn} ends it earlier (that day no
 * longer held).
 *
 * @param invoice null holds the customer as a whole
 */
public record Hold(
        String id,
        String customer,
        String invoice,
        String reason,
        LocalDate from,
        LocalDate until,
        String by,
        LocalDate liftedOn) {

    /** Last day held. */
    public LocalDate end() {
        return liftedOn != null && !liftedOn.isAfter(until) ? liftedOn.minusDays(1) : until;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(end());
    }
}
