package io.dunlin.strategy;

import io.dunlin.problem.Problem;
import io.dunlin.strategy.Status.Event;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How strategies stand, and how they came to. */
@ApplicationScoped
public class Overview {
    private final Strategies strategies;
    private final Folders folders;

    Overview(Strategies strategies, Folders folders) {
        this.strategies = strategies;
        this.folders = folders;
    }

    List<Status> all() {
        return QuarkusTransaction.requiringNew().call(() -> StrategyRow.<StrategyRow>list("order by name").stream()
                .map(this::status)
                .toList());
    }

    Status one(String name) {
        return QuarkusTransaction.requiringNew().call(() -> status(find(name)));
    }

    /** The state that the client means, which is the current one. */
    Seen seen(String name, String ifMatch) {
        var seen = QuarkusTransaction.requiringNew().call(() -> Seen.of(find(name)));
        Tags.demand(ifMatch, seen.revision(), "/api/v1/strategies/" + name);
        return seen;
    }

    private static StrategyRow find(String name) {
        return StrategyRow.<StrategyRow>findByIdOptional(name)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no strategy `" + name
                        + "`. GET /api/v1/strategies lists them, POST makes a new one."));
    }

    private Status status(StrategyRow row) {
        var activation = row.activation();
        var decides = strategies.live().version(row.name);
        ChallengerRow rival = row.challenger == null ? null : ChallengerRow.findById(row.challenger);
        DraftRow draft = DraftRow.findById(row.name);
        return new Status(
                row.name,
                decides == null ? null : decides.manifest().purpose(),
                decides == null ? null : decides.version(),
                decides == null ? 0 : decides.rules().size(),
                folders.refused(row.name),
                row.revision,
                activation == null ? null : new Signed(activation.by, activation.at, activation.why),
                rival == null
                        ? null
                        : new Status.Share(rival.version, rival.percent, new Signed(rival.by, rival.at, rival.why)),
                new Status.OfDraft(
                        draft.toFiles().version(),
                        draft.revision,
                        draft.isFrozen(),
                        new Signed(draft.by, draft.at, draft.why)),
                folders.version(row.name));
    }

    /** Everything that was done to a strategy, newest first. */
    List<Event> history(String name, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            find(name);
            var events = new ArrayList<Event>();
            StrategyVersionRow.all(name)
                    .forEach(v -> events.add(new Event(v.storedAt, v.by, "FROZEN", v.version, null, v.why)));
            ActivationRow.all(name)
                    .forEach(a -> events.add(new Event(
                            a.at, a.by, a.kind.name(), a.version, a.migration.name() + " from " + a.day, a.why)));
            ChallengerRow.all(name)
                    .forEach(c ->
                            events.add(new Event(c.at, c.by, "CHALLENGED", c.version, c.percent + " percent", c.why)));
            ApprovalRow.all(name)
                    .forEach(a -> events.add(new Event(a.at, a.by, "APPROVED", a.version, allowed(a), a.why)));
            events.sort(Comparator.comparing(Event::at).reversed());
            return List.copyOf(events.subList(0, Math.min(limit, events.size())));
        });
    }

    private static String allowed(ApprovalRow a) {
        return a.changedCustomers.signum() == 0 && a.newSevereActions == 0
                ? null
                : "up to " + a.changedCustomers.toPlainString() + " percent of customers and " + a.newSevereActions
                        + " new severe actions";
    }
}
