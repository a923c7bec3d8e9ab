package io.dunlin.strategy;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;

/** Entity tags: which state somebody has seen, and so means to change. */
final class Tags {
    private Tags() {}

    static EntityTag of(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /**
     * Refuses unless the client has seen the current state.
     *
     * @param ifMatch the header as sent; {@code *} for whatever it is now
     * @param address where the state can be read
     */
    static void demand(String ifMatch, long current, String address) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.PRECONDITION_REQUIRED.because(
                    "Others may be changing this too: read " + address + " and send its ETag in the header If-Match.");
        }
        var tag = "\"" + current + "\"";
        var matches =
                Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || t.equals(tag));
        if (!matches) {
            throw Problem.PRECONDITION_FAILED.because(
                    "This was changed since it was read. Read " + address + " again, and send its new ETag.",
                    new Findings().field("If-Match", "is " + ifMatch + ", the current tag is " + tag + "."));
        }
    }
}
