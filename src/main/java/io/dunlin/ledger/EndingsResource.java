package io.dunlin.ledger;

import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.problem.Problem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** How what happened comes to its end. Saying it again is harmless; another day is refused until the first is taken back. */
@Path("/api/v1")
public class EndingsResource {
    private final Intake intake;

    EndingsResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Path("payments/{id}/reverse")
    public Payment reverse(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.PAYMENTS, id, "reversedOn", Answers.needed(on));
    }

    /** The money of an announced payment arrived. */
    @POST
    @Path("payments/{id}/book")
    public Payment book(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.PAYMENTS, id, "bookedOn", Answers.needed(on));
    }

    @POST
    @Path("payments/{id}/allocate")
    public Payment allocatePayment(
            @PathParam("id") String id, @QueryParam("invoice") String invoice, @QueryParam("on") LocalDate on) {
        return intake.allocated(RecordKind.PAYMENTS, id, invoice, Answers.needed(on));
    }

    @POST
    @Path("credits/{id}/allocate")
    public Credit allocateCredit(
            @PathParam("id") String id, @QueryParam("invoice") String invoice, @QueryParam("on") LocalDate on) {
        return intake.allocated(RecordKind.CREDITS, id, invoice, Answers.needed(on));
    }

    @POST
    @Path("credits/{id}/cancel")
    public Credit cancelCredit(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.CREDITS, id, "cancelledOn", Answers.needed(on));
    }

    @POST
    @Path("disputes/{id}/resolve")
    public Dispute resolve(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.DISPUTES, id, "resolvedOn", Answers.needed(on));
    }

    @POST
    @Path("deductions/{id}/decide")
    public Deduction decide(
            @PathParam("id") String id, @QueryParam("on") LocalDate on, @QueryParam("matched") Boolean matched) {
        return intake.decided(id, Answers.needed(on), matched);
    }

    @POST
    @Path("deductions/{id}/settle")
    public Deduction settle(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.DEDUCTIONS, id, "settledOn", Answers.needed(on));
    }

    @POST
    @Path("promises/{id}/cancel")
    public Promise cancelPromise(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.PROMISES, id, "cancelledOn", Answers.needed(on));
    }

    @POST
    @Path("plans/{id}/cancel")
    public Plan cancelPlan(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.PLANS, id, "cancelledOn", Answers.needed(on));
    }

    @POST
    @Path("holds/{id}/lift")
    public Hold lift(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.HOLDS, id, "liftedOn", Answers.needed(on));
    }

    @POST
    @Path("overrides/{id}/lift")
    public ManualOverride liftOverride(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.OVERRIDES, id, "liftedOn", Answers.needed(on));
    }

    @POST
    @Path("invoices/{id}/write-off")
    public Receivable writeOff(@PathParam("id") String id, @QueryParam("on") LocalDate on) {
        return intake.ended(RecordKind.INVOICES, id, "writtenOffOn", Answers.needed(on));
    }

    /** Takes back what was said by mistake, as if it never had been; the record as it is then. */
    @DELETE
    @Path("{list: payments|credits|disputes|deductions|promises|plans|holds|overrides|invoices}/{id}/{ending}")
    public Record takeBack(
            @PathParam("list") String list, @PathParam("id") String id, @PathParam("ending") String ending) {
        var known = Ending.of(list, ending)
                .orElseThrow(() -> Problem.NOT_FOUND.because("`" + ending + "` is not said of " + list
                        + "; what can be taken back is what can be posted to this address."));
        return intake.takenBack(known.kind(), id, known.fields());
    }
}
