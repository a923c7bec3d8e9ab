package io.dunlin.scenario;

/** A scenario does not say what it means; ends as ERROR, never as PASS or FAIL. */
final class ScenarioUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    ScenarioUnreadable(String message) {
        super(message);
    }
}
