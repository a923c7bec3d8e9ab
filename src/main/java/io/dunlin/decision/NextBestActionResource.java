package io.dunlin.decision;

import io.dunlin.engine.Answer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What to do next about a customer whose facts are in the body; nothing is stored. */
@Path("/api/v1/next-best-action")
public class NextBestActionResource {
    private final NextBestAction next;

    NextBestActionResource(NextBestAction next) {
        this.next = next;
    }

    /** The same facts give the same decision id. */
    @POST
    public Answer facts(Facts facts) {
        return next.ofFacts(facts);
    }
}
