package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.util.List;

/** All scenarios of a version, run, and what they show of its rules. */
public record ScenarioReport(List<ScenarioResult> results, RuleCoverage coverage) {

    /** Runs the scenarios that a version carries among its files; a version of the guard is judged by itself. */
    public static ScenarioReport of(Compiled version, Compiled guard) {
        var judge = version.name().equals(StrategyCompiler.GUARD) ? version : guard;
        var results = new ScenarioRunner(version, judge).run(ScenarioFiles.of(version.files()));
        return new ScenarioReport(results, RuleCoverage.of(version, results));
    }

    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    public boolean passed() {
        return count(Outcome.PASS) == results.size();
    }
}
