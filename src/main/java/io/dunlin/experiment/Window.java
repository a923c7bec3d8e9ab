package io.dunlin.experiment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is looked at: from the beginning of the first day to the end of the last one.
 *
 * @param began the day the experiment began
 * @param from the first day; later than {@code began} only where somebody asked for it
 */
record Window(LocalDate began, LocalDate from, LocalDate asOf) {
    int days() {
        return (int) ChronoUnit.DAYS.between(from, asOf) + 1;
    }

    boolean holds(LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(asOf);
    }

    /** As many days, just before anybody was treated differently. */
    Window before() {
        var first = began.minusDays(days());
        return new Window(first, first, began.minusDays(1));
    }
}
