package io.dunlin.simulation;

/** A simulation that cannot be run, or not be finished, in one sentence for the person who asked for it. */
public final class SimulationRefused extends Exception {
    private static final long serialVersionUID = 1;

    public SimulationRefused(String sentence) {
        super(sentence);
    }
}
