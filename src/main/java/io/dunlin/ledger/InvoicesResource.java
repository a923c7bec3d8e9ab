package io.dunlin.ledger;

import io.dunlin.book.Receivable;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
public class InvoicesResource {
    private final Intake intake;

    InvoicesResource(Intake intake) {
        this.intake = intake;
    }

    @PUT
    @Path("invoices/{id}")
    public RestResponse<Receivable> put(@PathParam("id") String id, Receivable invoice) {
        return Answers.taken(intake.put(Answers.underId(id, invoice.id(), invoice)));
    }

    @GET
    @Path("invoices/{id}")
    @Transactional
    public Receivable get(@PathParam("id") String id) {
        return intake.find(RecordKind.INVOICES, id)
                .orElseThrow(() -> Intake.unknown(RecordKind.INVOICES, id))
                .toBook();
    }
}
