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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** What happened. 201 the first time; 200 with what is stored when the same message comes again; 409 when another does. */
@Path("/api/v1")
public class EventsResource {
    private final Intake intake;

    EventsResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Path("payments")
    public RestResponse<Payment> payment(Payment payment) {
        return Answers.taken(intake.happened(RecordKind.PAYMENTS, payment));
    }

    @POST
    @Path("credits")
    public RestResponse<Credit> credit(Credit credit) {
        return Answers.taken(intake.happened(RecordKind.CREDITS, credit));
    }

    @POST
    @Path("disputes")
    public RestResponse<Dispute> dispute(Dispute dispute) {
        return Answers.taken(intake.happened(RecordKind.DISPUTES, dispute));
    }

    @POST
    @Path("deductions")
    public RestResponse<Deduction> deduction(Deduction deduction) {
        return Answers.taken(intake.happened(RecordKind.DEDUCTIONS, deduction));
    }

    @POST
    @Path("promises")
    public RestResponse<Promise> promise(Promise promise) {
        return Answers.taken(intake.happened(RecordKind.PROMISES, promise));
    }

    @POST
    @Path("plans")
    public RestResponse<Plan> plan(Plan plan) {
        return Answers.taken(intake.happened(RecordKind.PLANS, plan));
    }

    @POST
    @Path("contacts")
    public RestResponse<Contact> contact(Contact contact) {
        return Answers.taken(intake.happened(RecordKind.CONTACTS, contact));
    }

    @POST
    @Path("holds")
    public RestResponse<Hold> hold(Hold hold) {
        return Answers.taken(intake.happened(RecordKind.HOLDS, hold));
    }

    @POST
    @Path("overrides")
    public RestResponse<ManualOverride> override(ManualOverride override) {
        return Answers.taken(intake.happened(RecordKind.OVERRIDES, override));
    }
}
