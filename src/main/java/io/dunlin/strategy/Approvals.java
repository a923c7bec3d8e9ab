package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;

/** A second person agrees to a version, which never changes: what they agreed to is what goes live. */
@ApplicationScoped
public class Approvals {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Versions versions;
    private final Clock clock;

    Approvals(Versions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** @param budget how much of the book it may change by this word; left out, no more than the strategy itself allows */
    public record Request(String by, String why, Budget budget) {}

    ApprovalRow approve(String name, String version, Request request) {
        var signed = Signed.now(clock, request.by(), request.why());
        var chosen = versions.find(name, version);
        refuseHands(chosen, signed.by());
        var budget = budget(request.budget());
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = new ApprovalRow();
            row.name = name;
            row.give(chosen.version, budget, signed);
            row.persist();
            return row;
        });
    }

    private static void refuseHands(StrategyVersionRow version, String by) {
        if (SecondPerson.hands(version).anyMatch(hand -> Signed.same(hand, by))) {
            throw Problem.NOT_ALLOWED.because(by + " had a hand in this version. Somebody else must agree to it.");
        }
    }

    /** No more than the strategy itself allows where it is left out. */
    static Budget budget(Budget wanted) {
        if (wanted == null) {
            return new Budget(BigDecimal.ZERO, 0);
        }
        var percent = wanted.changedCustomers() == null ? BigDecimal.ZERO : wanted.changedCustomers();
        var findings = new Findings();
        if (percent.signum() < 0 || percent.compareTo(ALL) > 0 || percent.scale() > 2) {
            findings.at("/budget/changedCustomers", "must be a percentage from 0 to 100, with at most two decimals.");
        }
        if (wanted.newSevereActions() < 0) {
            findings.at("/budget/newSevereActions", "must not be below 0.");
        }
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        return new Budget(percent, wanted.newSevereActions());
    }
}
