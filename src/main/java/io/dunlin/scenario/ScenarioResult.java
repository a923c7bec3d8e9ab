package io.dunlin.scenario;

import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one scenario ended.
 *
 * @param line where it begins in the file; 0 where the file as a whole is meant
 * @param findings what differed, or what kept the scenario from being run; empty for PASS
 * @param fires rules the scenario demands to fire
 * @param notFires rules the scenario demands not to fire
 * @param shown what it shows about single conditions
 * @param nanos how long it took
 */
public record ScenarioResult(
        String file,
        int line,
        String name,
        Outcome outcome,
        List<Finding> findings,
        Set<String> fires,
        Set<String> notFires,
        Shown shown,
        long nanos) {
    public enum Outcome {
        PASS,
        FAIL,
        /** Could not be run: neither evidence for the strategy nor against it. */
        ERROR
    }

    /**
     * One thing that differs, or that cannot be understood.
     *
     * @param day which of the scenario's days, such as {@code day 12 (2026-03-30)}; null in a scenario of one day
     * @param message what is wrong, or which expectation was not met
     * @param expected what the scenario demands; null in an ERROR
     * @param got what came instead; null in an ERROR
     * @param why what the decision says for itself; given once per decision, with the first finding about it
     */
    public record Finding(int line, String day, String message, String expected, String got, List<String> why) {
        @Override
        public String toString() {
            var text = expected == null ? message : message + ": expected " + expected + ", got " + got;
            return (day == null ? "" : day + ", ") + text;
        }
    }

    static ScenarioResult error(String file, int line, String name, List<Complaint> complaints) {
        var findings = complaints.stream()
                .map(c -> new Finding(c.line() == 0 ? line : c.line(), null, c.toString(), null, null, List.of()))
                .toList();
        return new ScenarioResult(file, line, name, Outcome.ERROR, findings, Set.of(), Set.of(), Shown.NOTHING, 0);
    }

    public double seconds() {
        return nanos / 1e9;
    }

    @Override
    public String toString() {
        return outcome + " " + file + (line > 0 ? ":" + line : "") + " " + name
                + findings.stream()
                        .map(finding -> "\n  " + finding
                                + finding.why().stream()
                                        .map(why -> "\n      " + why)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }
}
