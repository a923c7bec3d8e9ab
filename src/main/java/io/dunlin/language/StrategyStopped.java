package io.dunlin.language;

/** A strategy that did not come to an end in time; nothing is decided with it. */
public final class StrategyStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrategyStopped(String strategy, String why) {
        super("strategy " + strategy + " was stopped: it took " + why);
    }
}
