package io.dunlin.simulation;

import java.util.Locale;

/** The two strategies that are compared. */
public enum Arm {
    BASELINE,
    CANDIDATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
