package io.dunlin.ledger;

import io.dunlin.book.AccountCheck;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Slice;
import io.dunlin.vocabulary.Rates;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** What comes from the bank and concerns every customer: how far cash is posted, and what currencies are worth. */
@Path("/api/v1")
public class BankResource {
    /** Cash is posted up to the end of this day. */
    public record BankImport(LocalDate upTo) {}

    private final OneTransaction transaction;
    private final Clock clock;

    BankResource(OneTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    @POST
    @Path("bank-imports")
    public RestResponse<BankImport> imported(BankImport bank) {
        refuse(AccountCheck.of(bank.upTo(), "upTo"));
        return Answers.taken(transaction.run(() -> {
            var known = BankImportRow.findByIdOptional(bank.upTo()).isPresent();
            if (!known) {
                BankImportRow.of(bank.upTo(), clock.instant()).persist();
            }
            return new Intake.Taken<>(bank, !known);
        }));
    }

    /** The rates of a day as a whole: a currency that is left out has no rate of that day any more. */
    @PUT
    @Path("rates/{day}")
    public RestResponse<Map<String, BigDecimal>> rates(
            @PathParam("day") LocalDate day, Map<String, BigDecimal> perUnit) {
        refuse(AccountCheck.of(new Rates(perUnit)));
        return Answers.taken(transaction.run(() -> {
            var stored = RateRow.of(day).stream().collect(Collectors.toMap(row -> row.currency, Function.identity()));
            var isNew = stored.isEmpty();
            perUnit.forEach((currency, rate) -> {
                var row = stored.remove(currency);
                if (row == null) {
                    RateRow.of(day, currency, rate).persist();
                } else {
                    row.perUnit = rate;
                }
            });
            stored.values().forEach(RateRow::delete);
            return new Intake.Taken<>(perUnit, isNew);
        }));
    }

    /** The rates put for just this day. */
    @GET
    @Path("rates/{day}")
    @Transactional
    public Map<String, BigDecimal> rates(@PathParam("day") LocalDate day) {
        var rows = RateRow.of(day);
        if (rows.isEmpty()) {
            throw Problem.NOT_FOUND.because("No rates were put for " + day
                    + "; decisions of that day use the newest before it, if there are any.");
        }
        return rows.stream()
                .collect(Collectors.toMap(row -> row.currency, row -> row.perUnit, (a, b) -> a, TreeMap::new));
    }

    /** The newest first. */
    @GET
    @Path("bank-imports")
    @Transactional
    public List<BankImport> imported(@QueryParam("limit") @DefaultValue("100") int limit) {
        Slice.check(limit);
        return BankImportRow.newest(limit).stream()
                .map(row -> new BankImport(row.upTo))
                .toList();
    }

    private static void refuse(Iterable<AccountCheck.Finding> found) {
        var findings = new Findings();
        found.forEach(finding -> findings.at(finding.pointer(), finding.message()));
        findings.refuseIfAny(Problem.INVALID_FACTS);
    }
}
