package io.dunlin.scenario;

import java.util.List;
import java.util.Set;

/**
 * How one scenario ended.
 *
 * @param findings what differed, or what kept the scenario from being run; empty for PASS
 * @param fires rules the scenario demands to fire, of a passed one
 * @param notFires rules the scenario demands not to fire, of a passed one
 */
public record ScenarioResult(
        String file, String name, Outcome outcome, List<String> findings, Set<String> fires, Set<String> notFires) {
    public enum Outcome {
        PASS,
        FAIL,
        /** Could not be run: neither evidence for the strategy nor against it. */
        ERROR
    }

    @Override
    public String toString() {
        return outcome + " " + file + ": " + name + (findings.isEmpty() ? "" : "\n  " + String.join("\n  ", findings));
    }
}
