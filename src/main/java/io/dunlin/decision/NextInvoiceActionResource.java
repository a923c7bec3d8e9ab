package io.dunlin.decision;

import io.dunlin.engine.Answer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** The decision about the invoice's customer, showing this invoice only; it is kept. */
@Path("/api/v1/invoices/{id}/next-best-action")
public class NextInvoiceActionResource {
    private final NextBestAction next;

    NextInvoiceActionResource(NextBestAction next) {
        this.next = next;
    }

    /** {@code asOf} absent is today in the customer's zone; {@code strategy} absent is the customer's own, then the default. */
    @POST
    public Answer decide(
            @PathParam("id") String id, @QueryParam("asOf") LocalDate asOf, @QueryParam("strategy") String strategy) {
        return next.ofInvoice(id, asOf, strategy);
    }
}
