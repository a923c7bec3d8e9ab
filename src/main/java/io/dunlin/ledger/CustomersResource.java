package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Debtor;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
public class CustomersResource {
    private static final int MOST = 1000;

    /** @param next pass it as {@code after} to get the next page; null on the last one */
    public record Page(List<Debtor> customers, String next) {}

    private final Intake intake;
    private final Ledger ledger;

    CustomersResource(Intake intake, Ledger ledger) {
        this.intake = intake;
        this.ledger = ledger;
    }

    @PUT
    @Path("customers/{id}")
    public RestResponse<Debtor> put(@PathParam("id") String id, Debtor customer) {
        return Answers.taken(intake.put(Answers.underId(id, customer.id(), customer)));
    }

    @GET
    @Path("customers/{id}")
    @Transactional
    public Debtor get(@PathParam("id") String id) {
        return intake.find(RecordKind.CUSTOMERS, id)
                .orElseThrow(() -> Intake.unknown(RecordKind.CUSTOMERS, id))
                .toBook();
    }

    @GET
    @Path("customers")
    @Transactional
    public Page list(@QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("after") String after) {
        if (limit < 1 || limit > MOST) {
            new Findings().field("limit", "must be from 1 to " + MOST + ".").refuseIfAny(Problem.BAD_REQUEST);
        }
        List<CustomerRow> rows = CustomerRow.find("id > ?1 order by id", after == null ? "" : after)
                .page(0, limit)
                .list();
        var next = rows.size() < limit ? null : rows.get(limit - 1).id;
        return new Page(rows.stream().map(CustomerRow::toBook).toList(), next);
    }

    /** Everything stored; with a day, what was known of the customer by its end. */
    @GET
    @Path("customers/{id}/account")
    public Account account(@PathParam("id") String id, @QueryParam("asOf") LocalDate asOf) {
        var account = (Ids.possible(id) ? ledger.account(id) : java.util.Optional.<Account>empty())
                .orElseThrow(() -> Intake.unknown(RecordKind.CUSTOMERS, id));
        return asOf == null ? account : AsOf.known(account, asOf);
    }
}
