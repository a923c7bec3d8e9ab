package io.dunlin.scenario;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.Deadline;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyRefused;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios against a strategy under its guard, each by itself. Belongs to one thread. */
public final class ScenarioRunner {
    /** Many times what the scenarios of a strategy take that somebody means; a few lines can ask for years of days. */
    private static final Duration PLAYING = Duration.ofSeconds(20);

    private final Compiled strategy;
    private final Compiled guard;
    private final Looked looked = new Looked();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Deadline deadline;

    /** @param strategy the guard itself to run the guard's own scenarios, each of which says what is asked of it */
    public ScenarioRunner(Compiled strategy, Compiled guard) {
        this(strategy, guard, Deadline.of(PLAYING));
    }

    ScenarioRunner(Compiled strategy, Compiled guard, Deadline deadline) {
        this.deadline = deadline;
        this.strategy = strategy;
        this.guard = guard;
        guard.rules().forEach(rule -> rules.put(rule.id(), rule));
        strategy.rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    public List<ScenarioResult> run(ScenarioFiles files) {
        return files.scenarios().stream().map(this::run).toList();
    }

    ScenarioResult run(ScenarioText text) {
        try {
            var scenario = ScenarioReader.read(text);
            return new Course(scenario, decider(scenario, text), looked, rules, deadline).run(text);
        } catch (ScenarioUnreadable e) {
            return error(text, e.complaints());
        } catch (Deadline.Passed e) {
            var message = "not played to its end: all scenarios together took " + e.getMessage();
            return error(text, List.of(new Complaint(text.line(), message, "play fewer days, or fewer facts")));
        } catch (StrategyRefused | RuntimeException e) {
            // A defect of ours must not look like a verdict on the strategy, nor hide the other scenarios.
            return error(text, List.of(new Complaint(text.line(), "the engine failed: " + e, null)));
        }
    }

    private Decider decider(Scenario scenario, ScenarioText text) throws ScenarioUnreadable, StrategyRefused {
        if (scenario.asked() != null) {
            return Decider.watched(AskingStrategy.of(scenario.asked()), guard, looked);
        }
        if (strategy.name().equals(StrategyCompiler.GUARD)) {
            var message = "a scenario of the guard says which action is proposed";
            throw new ScenarioUnreadable(text.line(), message, "write it like `asked: REMINDER 2`");
        }
        return Decider.watched(strategy, guard, looked);
    }

    private static ScenarioResult error(ScenarioText text, List<Complaint> complaints) {
        return ScenarioResult.error(text.file(), text.line(), text.name(), complaints);
    }
}
