package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Debtor;
import io.dunlin.problem.Slice;
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
        var slice =
                Slice.of(limit, most -> CustomerRow.<CustomerRow>find("id > ?1 order by id", after == null ? "" : after)
                        .page(0, most)
                        .list());
        var customers = slice.rows().stream().map(CustomerRow::toBook).toList();
        return new Page(customers, slice.last() == null ? null : slice.last().id);
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
