package io.dunlin.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunlin.engine.Answer;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Snapshot;
import io.dunlin.engine.WhyNot;
import io.dunlin.engine.WorkingDays;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.Strategies;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.dunlin.vocabulary.Guess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;

/** Decisions that were made: read them, make them again, ask what would have had to be otherwise. */
@Path("/api/v1/decisions/{id}")
public class DecisionsResource {
    private static final List<String> ACTIONS =
            Arrays.stream(Action.values()).map(Action::name).toList();

    private final DecisionLog log;
    private final Strategies strategies;

    DecisionsResource(DecisionLog log, Strategies strategies) {
        this.log = log;
        this.strategies = strategies;
    }

    @GET
    public JsonNode get(@PathParam("id") String id) {
        return log.answer(log.find(id));
    }

    /** @param calendarChanged the one thing a replay cannot bring back: another release of the public holidays */
    public record Replay(String id, boolean identical, boolean calendarChanged, List<Difference> differences) {}

    /** Recomputes from the stored facts and versions. */
    @POST
    @Path("replay")
    public Replay replay(@PathParam("id") String id) {
        var row = log.find(id);
        var snapshot = Snapshot.read(row.snapshot);
        var again = log.tree(Answer.to(decider(row, snapshot), snapshot.account(), snapshot.book()));
        var differences = Difference.between(log.answer(row), again);
        return new Replay(id, differences.isEmpty(), !row.calendar.equals(WorkingDays.VERSION), differences);
    }

    @GET
    @Path("why-not")
    public WhyNot whyNot(@PathParam("id") String id, @QueryParam("action") String action) {
        var wanted = action(action);
        var row = log.find(id);
        var snapshot = Snapshot.read(row.snapshot);
        return WhyNot.of(decider(row, snapshot), snapshot.account(), snapshot.book(), wanted);
    }

    private Decider decider(DecisionRow row, Snapshot snapshot) {
        return strategies.decider(
                new PolicyVersion(row.strategy, row.strategyVersion),
                new PolicyVersion("guard", row.guardVersion),
                snapshot.choice());
    }

    private static Action action(String name) {
        return Arrays.stream(Action.values())
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.BAD_REQUEST.because(
                        "Name the action you miss, such as ?action=CALL.",
                        new Findings().field("action", meant(name) + "It must be one of " + ACTIONS + ".")));
    }

    private static String meant(String name) {
        return name == null
                ? "is missing. "
                : "`" + name + "` is no action"
                        + Guess.nearest(name, ACTIONS)
                                .map(action -> "; did you mean `" + action + "`? ")
                                .orElse(". ");
    }
}
