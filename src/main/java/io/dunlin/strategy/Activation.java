package io.dunlin.strategy;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.Gate.Report;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** A version goes live, or a share of it, or what was live before: every way in which a pointer is moved by people. */
@ApplicationScoped
public class Activation {
    private final Overview overview;
    private final Versions versions;
    private final Strategies strategies;
    private final Gate gate;
    private final Turns turns;
    private final Moves moves;
    private final Clock clock;

    Activation(
            Overview overview,
            Versions versions,
            Strategies strategies,
            Gate gate,
            Turns turns,
            Moves moves,
            Clock clock) {
        this.overview = overview;
        this.versions = versions;
        this.strategies = strategies;
        this.gate = gate;
        this.turns = turns;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * @param migration what becomes of customers in mid-ladder; they are evaluated anew where it is left out
     * @param asOf the day for which the book is looked at; today where it is left out
     */
    public record Request(String by, String why, Migration migration, LocalDate asOf) {
        Migration migrationOrDefault() {
            return migration == null ? Migration.RE_EVALUATE : migration;
        }
    }

    /** @param percent of the customers who get it; 0 ends it */
    public record Share(String by, String why, String version, Integer percent, LocalDate asOf) {}

    /** Checks everything, refuses with everything that is wrong, and else moves the pointer. */
    Report activate(String name, String version, Request request, String ifMatch, boolean isTrial) {
        var signed = Signed.now(clock, request.by(), request.why());
        overview.seen(name, ifMatch);
        return turns.take(() -> activate(name, version, request, signed, overview.seen(name, ifMatch), isTrial));
    }

    private Report activate(String name, String version, Request request, Signed signed, Seen seen, boolean isTrial) {
        var chosen = versions.find(name, version);
        strategies.refresh();
        var now = strategies.live();
        var today = LocalDate.now(clock);
        refuseUnlessNew(now, chosen, request.migrationOrDefault());
        var report = gate.everything(
                chosen,
                now,
                compiled -> now.with(name, line(now, name, compiled, request.migrationOrDefault(), today)),
                request.asOf() == null ? today : request.asOf(),
                second(chosen, signed));
        if (!isTrial) {
            report.refuseUnlessPassed("It does not go live");
            moves.activate(name, seen, chosen.version, request.migrationOrDefault(), today, signed);
            strategies.refresh();
        }
        return report;
    }

    private static void refuseUnlessNew(Live now, StrategyVersionRow chosen, Migration migration) {
        var live = now.version(chosen.name);
        if (live != null && live.version().equals(chosen.version)) {
            throw Problem.CONFLICT.because("Version " + chosen.version.substring(0, 12) + " is live already.");
        }
        if (migration != Migration.RE_EVALUATE && chosen.name.equals(StrategyCompiler.GUARD)) {
            throw Problem.CONFLICT.because("The guard judges everybody from one moment on; leave `migration` out.");
        }
        if (migration == Migration.PIN
                && live != null
                && now.lines().get(chosen.name).standing().depth() >= Moves.MOST_PINNED) {
            throw Problem.CONFLICT.because("Customers are pinned to " + Moves.MOST_PINNED
                    + " versions already. Choose RE_EVALUATE or RESTART, which lets them all move on.");
        }
    }

    private static Live.Line line(Live now, String name, Compiled compiled, Migration migration, LocalDate today) {
        var former = now.lines().get(name);
        if (former == null) {
            return new Live.Line(new Standing(0, compiled, today, null, null), null);
        }
        var since = migration == Migration.RESTART ? today : former.standing().stepsSince();
        var pinned = migration == Migration.PIN ? former.standing() : null;
        var rival = former.challenger();
        var isPromoted = rival != null && rival.version().version().equals(compiled.version());
        return new Live.Line(new Standing(0, compiled, today, since, pinned), isPromoted ? null : rival);
    }

    /** Takes the last move back, as one call and without any question but who and why: what was live was good enough. */
    void rollBack(String name, String by, String why, String ifMatch) {
        var signed = Signed.now(clock, by, why);
        moves.rollBack(name, overview.seen(name, ifMatch), signed);
        strategies.refresh();
    }

    /** Gives a version a share of the customers. It decides on real ones, so it goes through every check. */
    Report challenge(String name, Share share, String ifMatch) {
        var signed = Signed.now(clock, share.by(), share.why());
        overview.seen(name, ifMatch);
        return turns.take(() -> challenge(name, share, signed, overview.seen(name, ifMatch)));
    }

    private Report challenge(String name, Share share, Signed signed, Seen seen) {
        strategies.refresh();
        var now = strategies.live();
        refuseUnlessPossible(now, name, share);
        if (share.percent() == 0) {
            return end(name, now.lines().get(name).challenger(), seen, signed);
        }
        var chosen = versions.find(name, share.version());
        var line = now.lines().get(name);
        var isSame = line.challenger() != null
                && line.challenger().version().version().equals(chosen.version);
        var salt = isSame ? line.challenger().salt() : name + "-" + (now.revision() + 1);
        var report = gate.everything(
                chosen,
                now,
                compiled -> now.with(
                        name, new Live.Line(line.standing(), new Challenger(0, compiled, share.percent(), salt))),
                share.asOf() == null ? LocalDate.now(clock) : share.asOf(),
                second(chosen, signed));
        report.refuseUnlessPassed("It gets no customers");
        moves.challenge(name, seen, chosen.version, share.percent(), salt, signed);
        strategies.refresh();
        return report;
    }

    private Report end(String name, Challenger challenger, Seen seen, Signed signed) {
        if (challenger == null) {
            throw Problem.CONFLICT.because("There is no challenger of " + name + " to end.");
        }
        var version = challenger.version().version();
        moves.challenge(name, seen, version, 0, challenger.salt(), signed);
        strategies.refresh();
        return Report.of(version, java.util.List.of(), java.util.List.of());
    }

    private static void refuseUnlessPossible(Live now, String name, Share share) {
        var findings = new Findings();
        if (share.percent() == null || share.percent() < 0 || share.percent() > 99) {
            findings.at(
                    "/percent", "must be a whole number from 1 to 99, or 0 to end it; to give it to all, activate it.");
        } else if (share.percent() > 0 && share.version() == null) {
            findings.at("/version", "is missing; name the version that gets the share.");
        }
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        if (name.equals(StrategyCompiler.GUARD)) {
            throw Problem.CONFLICT.because("The guard has no challenger: it protects everybody alike.");
        }
        if (!now.lines().containsKey(name)) {
            throw Problem.CONFLICT.because(
                    "Nothing of " + name + " is live yet that could be challenged; activate it.");
        }
    }

    private static SecondPerson second(StrategyVersionRow version, Signed signed) {
        var approvals = QuarkusTransaction.requiringNew().call(() -> ApprovalRow.of(version.name, version.version));
        return SecondPerson.of(version, signed.by(), approvals);
    }
}
