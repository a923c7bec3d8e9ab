package io.dunlin.assumption;

import java.util.List;
import java.util.stream.Collectors;

/** A file of assumptions that cannot be used, with everything that is wrong with it. */
public final class AssumptionsRefused extends Exception {
    private static final long serialVersionUID = 1;

    /** {@code line} 0 concerns the file as a whole. */
    record Finding(int line, String message) {
        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ": " + message;
        }
    }

    private final transient List<Finding> findings;

    AssumptionsRefused(String name, List<Finding> findings) {
        super("the assumptions in " + name + " cannot be used:\n"
                + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, for whoever has no lines to count. */
    public List<String> messages() {
        return findings.stream().map(Finding::message).toList();
    }
}
