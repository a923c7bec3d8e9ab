package io.dunlin.scenario;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyRefused;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios against a strategy under its guard, each by itself. Belongs to one thread. */
public final class ScenarioRunner {
    private final Compiled strategy;
    private final Compiled guard;
    private final Looked looked = new Looked();
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** @param strategy the guard itself to run the guard's own scenarios, each of which says what is asked of it */
    public ScenarioRunner(Compiled strategy, Compiled guard) {
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
            return new Course(scenario, decider(scenario, text), looked, rules).run(text);
        } catch (ScenarioUnreadable e) {
            return error(text, e.complaints());
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
