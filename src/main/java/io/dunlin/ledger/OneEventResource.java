package io.dunlin.ledger;

import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What happened, one by one, as it is stored. */
@Path("/api/v1")
@Transactional
public class OneEventResource {
    private final Intake intake;

    OneEventResource(Intake intake) {
        this.intake = intake;
    }

    @GET
    @Path("payments/{id}")
    public Payment payment(@PathParam("id") String id) {
        return intake.stored(RecordKind.PAYMENTS, id);
    }

    @GET
    @Path("credits/{id}")
    public Credit credit(@PathParam("id") String id) {
        return intake.stored(RecordKind.CREDITS, id);
    }

    @GET
    @Path("disputes/{id}")
    public Dispute dispute(@PathParam("id") String id) {
        return intake.stored(RecordKind.DISPUTES, id);
    }

    @GET
    @Path("deductions/{id}")
    public Deduction deduction(@PathParam("id") String id) {
        return intake.stored(RecordKind.DEDUCTIONS, id);
    }

    @GET
    @Path("promises/{id}")
    public Promise promise(@PathParam("id") String id) {
        return intake.stored(RecordKind.PROMISES, id);
    }

    @GET
    @Path("plans/{id}")
    public Plan plan(@PathParam("id") String id) {
        return intake.stored(RecordKind.PLANS, id);
    }

    @GET
    @Path("contacts/{id}")
    public Contact contact(@PathParam("id") String id) {
        return intake.stored(RecordKind.CONTACTS, id);
    }

    @GET
    @Path("holds/{id}")
    public Hold hold(@PathParam("id") String id) {
        return intake.stored(RecordKind.HOLDS, id);
    }

    @GET
    @Path("overrides/{id}")
    public ManualOverride override(@PathParam("id") String id) {
        return intake.stored(RecordKind.OVERRIDES, id);
    }
}
