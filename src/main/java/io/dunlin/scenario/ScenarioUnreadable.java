package io.dunlin.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario does not say what it means; ends as ERROR, never as PASS or FAIL. Carries every complaint. */
final class ScenarioUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;

    /**
     * @param line where in the file; 0 where the file as a whole is meant
     * @param hint what to write instead; null where there is nothing to suggest
     */
    record Complaint(int line, String message, String hint) {
        @Override
        public String toString() {
            return message + (hint == null ? "" : "; " + hint);
        }
    }

    ScenarioUnreadable(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    ScenarioUnreadable(int line, String message, String hint) {
        this(List.of(new Complaint(line, message, hint)));
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
