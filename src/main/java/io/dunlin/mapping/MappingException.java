package io.dunlin.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be used, with everything that is wrong with it. */
public class MappingException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** {@code line} in the mapping file; 0 concerns the file as a whole. */
    public record Finding(int line, String message) {
        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ": " + message;
        }
    }

    public MappingException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    MappingException(String message) {
        this(List.of(new Finding(0, message)));
    }

    public List<Finding> findings() {
        return findings;
    }
}
