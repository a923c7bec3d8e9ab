package io.dunlin.simulation;

import io.dunlin.engine.WorkingDays;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The days that are played, both included; a window of one day is a snapshot. */
public record Window(LocalDate from, LocalDate to) {

    public boolean isSnapshot() {
        return from.equals(to);
    }

    /**
     * The days on which a customer of this country is decided. Nobody is contacted on a free day and nobody works on it
     * either, so a replay leaves it out; a snapshot decides on the very day it was asked for.
     */
    public Stream<LocalDate> daysOf(String country) {
        return days().filter(day -> isDecided(country, day));
    }

    boolean isDecided(String country, LocalDate day) {
        return isSnapshot() || WorkingDays.isWorking(country, day);
    }

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    /** When size classes are computed anew: on the first day, and on the first of each month after it. */
    public Stream<LocalDate> reassessments() {
        return from.datesUntil(to.plusDays(1)).filter(day -> day.equals(from) || day.getDayOfMonth() == 1);
    }
}
