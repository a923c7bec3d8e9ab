package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.Gate.Reassigned;
import io.dunlin.strategy.Gate.Report;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * A segment gets another strategy. For its customers that is as much as a version that goes live: what it would do to them is
 * looked at in the same way, and the same second person has to agree.
 */
@ApplicationScoped
public class Assignments {
    private static final int LONGEST = 100;

    private final Strategies strategies;
    private final Gate gate;
    private final Turns turns;
    private final Moves moves;
    private final Clock clock;

    Assignments(Strategies strategies, Gate gate, Turns turns, Moves moves, Clock clock) {
        this.strategies = strategies;
        this.gate = gate;
        this.turns = turns;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * @param strategy null for the seller's default
     * @param asOf the day for which the book is looked at; today where it is left out
     */
    public record Request(String strategy, String by, String why, LocalDate asOf) {}

    /** @param budget how much of the segment may change by this word; left out, no more than its strategy allows */
    public record Agreement(String strategy, String by, String why, Budget budget) {}

    /** @param revision of the segment afterwards */
    record Assigned(long revision, Signed signed, Report report) {}

    /** Refuses with everything that is wrong, and else gives the segment its strategy. */
    Assigned assign(String segment, Request request, String ifMatch, boolean isTrial) {
        var signed = Signed.now(clock, request.by(), request.why());
        demand(segment, ifMatch);
        return turns.take(() -> assign(segment, request, signed, demand(segment, ifMatch), isTrial));
    }

    private Assigned assign(String segment, Request request, Signed signed, long seen, boolean isTrial) {
        strategies.refresh();
        var now = strategies.live();
        refuseUnlessLive(now, segment, request.strategy());
        var next = now.withSegment(segment, request.strategy());
        var whom = new Reassigned(
                now.ofSegment(segment),
                next.ofSegment(segment),
                account -> segment.equals(account.customer().segment())
                        && account.customer().strategy() == null);
        var day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        var version = next.version(whom.to()).version();
        var report = gate.otherStrategy(now, next, whom, day, second(segment, seen, whom.to(), version, signed));
        if (isTrial) {
            return new Assigned(seen, signed, report);
        }
        report.refuseUnlessPassed("The segment keeps its strategy");
        var between = List.of(whom.from(), whom.to());
        var revision = moves.assign(segment, seen, request.strategy(), between, now.revision(), signed);
        strategies.refresh();
        return new Assigned(revision, signed, report);
    }

    private static SecondPerson second(String segment, long seen, String strategy, String version, Signed signed) {
        var words = QuarkusTransaction.requiringNew()
                .call(() -> SegmentApprovalRow.of(segment, seen, strategy, version).stream()
                        .map(WordGiven::word)
                        .toList());
        return new SecondPerson(List.of(signed.by()), words, "…/segments/" + segment + "/approvals");
    }

    /** Somebody agrees that the segment gets the strategy as it is live now; that counts for the segment's next move. */
    SegmentApprovalRow agree(String segment, Agreement agreement) {
        var signed = Signed.now(clock, agreement.by(), agreement.why());
        strategies.refresh();
        var now = strategies.live();
        refuseUnlessLive(now, segment, agreement.strategy());
        var budget = Approvals.budget(agreement.budget());
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = new SegmentApprovalRow();
            row.segment = segment;
            row.revision = SegmentRow.revision(segment);
            row.strategy = agreement.strategy() == null ? now.standard() : agreement.strategy();
            row.give(now.version(row.strategy).version(), budget, signed);
            row.persist();
            return row;
        });
    }

    private static long demand(String segment, String ifMatch) {
        var seen = QuarkusTransaction.requiringNew().call(() -> SegmentRow.revision(segment));
        Tags.demand(ifMatch, seen, "/api/v1/segments/" + segment);
        return seen;
    }

    private static void refuseUnlessLive(Live now, String segment, String strategy) {
        var findings = new Findings();
        if (segment.length() > LONGEST) {
            findings.field("segment", "has more than " + LONGEST + " characters, which no segment of a customer has.");
        }
        if (!now.names().contains(strategy == null ? now.standard() : strategy)) {
            findings.at("/strategy", "must be a strategy that is live: one of " + String.join(", ", now.names()) + ".");
        }
        findings.refuseIfAny(Problem.INVALID_FACTS);
    }
}
