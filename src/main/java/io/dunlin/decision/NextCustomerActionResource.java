package io.dunlin.decision;

import io.dunlin.engine.Answer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** What to do next about a stored customer; the decision is kept. Asking again with the same facts gives the same id. */
@Path("/api/v1/customers/{id}/next-best-action")
public class NextCustomerActionResource {
    private final NextBestAction next;

    NextCustomerActionResource(NextBestAction next) {
        this.next = next;
    }

    /** {@code asOf} absent is today in the customer's zone; {@code strategy} absent is the customer's own, then the default. */
    @POST
    public Answer decide(
            @PathParam("id") String id, @QueryParam("asOf") LocalDate asOf, @QueryParam("strategy") String strategy) {
        return next.ofCustomer(id, asOf, strategy);
    }
}
