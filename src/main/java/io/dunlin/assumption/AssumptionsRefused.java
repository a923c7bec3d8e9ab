package io.dunlin.assumption;

import java.util.List;
import java.util.stream.Collectors;

/** A file of assumptions that cannot be used, with everything that is wrong with it. */
public final class AssumptionsRefused extends Exception {
    private static final long serialVersionUID = 1;
    /** Enough to see what went wrong. */
    private static final int MOST = 100;

    /** {@code line} 0 concerns the file as a whole. */
    record Finding(int line, String message) {
        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ": " + message;
        }
    }

    private final transient List<Finding> findings;

    AssumptionsRefused(String name, List<Finding> all) {
        this(name, all.size() - MOST, all.stream().limit(MOST).toList());
    }

    private AssumptionsRefused(String name, int more, List<Finding> findings) {
        super("the assumptions in " + name + " cannot be used" + (more > 0 ? " (and " + more + " more)" : "") + ":\n"
                + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, for whoever has no lines to count. */
    public List<String> messages() {
        return findings.stream().map(Finding::message).toList();
    }
}
