package io.dunlin.scenario;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyRefused;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.util.List;
import java.util.Set;

/** Runs scenarios against a strategy under its guard, each by itself. */
public final class ScenarioRunner {
    private final Decider decider;
    private final Compiled guard;

    /** @param strategy the guard itself to run the guard's own scenarios, each of which says what is asked of it */
    public ScenarioRunner(Compiled strategy, Compiled guard) {
        this.decider = strategy.name().equals(StrategyCompiler.GUARD) ? null : new Decider(strategy, guard);
        this.guard = guard;
    }

    public List<ScenarioResult> run(ScenarioFiles files) {
        return files.scenarios().stream().map(this::run).toList();
    }

    ScenarioResult run(ScenarioText text) {
        try {
            var scenario = ScenarioReader.read(text);
            var decision = deciderFor(scenario).decide(scenario.account(), scenario.book());
            var expect = scenario.expect();
            var differences = expect.differences(decision);
            var outcome = differences.isEmpty() ? Outcome.PASS : Outcome.FAIL;
            return new ScenarioResult(
                    text.file(), text.name(), outcome, differences, expect.fires(), expect.notFires());
        } catch (ScenarioUnreadable | StrategyRefused e) {
            return error(text, e.getMessage());
        } catch (RuntimeException e) {
            // A defect of ours must not look like a verdict on the strategy, nor hide the other scenarios.
            return error(text, "the engine failed: " + e);
        }
    }

    private Decider deciderFor(Scenario scenario) throws ScenarioUnreadable, StrategyRefused {
        if (scenario.asked() != null) {
            return new Decider(AskingStrategy.of(scenario.asked()), guard);
        }
        if (decider == null) {
            throw new ScenarioUnreadable("a scenario of the guard says under `asked` which action is proposed");
        }
        return decider;
    }

    private static ScenarioResult error(ScenarioText text, String why) {
        return new ScenarioResult(text.file(), text.name(), Outcome.ERROR, List.of(why), Set.of(), Set.of());
    }
}
