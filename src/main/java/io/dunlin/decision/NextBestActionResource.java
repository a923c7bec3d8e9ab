package io.dunlin.decision;

import io.dunlin.engine.Answer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** What to do next about a customer or an invoice. Asking again with the same facts gives the same decision id. */
@Path("/api/v1")
public class NextBestActionResource {
    private final NextBestAction next;

    NextBestActionResource(NextBestAction next) {
        this.next = next;
    }

    /** Facts in the body; nothing is stored. */
    @POST
    @Path("next-best-action")
    public Answer facts(Facts facts) {
        return next.ofFacts(facts);
    }

    /** Facts from the ledger; the decision is kept. */
    @POST
    @Path("customers/{id}/next-best-action")
    public Answer customer(
            @PathParam("id") String id, @QueryParam("asOf") LocalDate asOf, @QueryParam("strategy") String strategy) {
        return next.ofCustomer(id, asOf, strategy);
    }

    /** The decision about the invoice's customer, showing this invoice only. */
    @POST
    @Path("invoices/{id}/next-best-action")
    public Answer invoice(
            @PathParam("id") String id, @QueryParam("asOf") LocalDate asOf, @QueryParam("strategy") String strategy) {
        return next.ofInvoice(id, asOf, strategy);
    }
}
