package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All scenarios of a version, run, and what they show of its rules. */
public record ScenarioReport(List<ScenarioResult> results, RuleCoverage coverage) {

    /** Runs the scenarios that a version carries among its files; a version of the guard is judged by itself. */
    public static ScenarioReport of(Compiled version, Compiled guard) {
        var judge = version.name().equals(StrategyCompiler.GUARD) ? version : guard;
        var files = ScenarioFiles.of(version.files());
        var results = new ArrayList<>(new ScenarioRunner(version, judge).run(files));
        var coverage = RuleCoverage.of(version, results, files.gaps());
        // A gap is only judged where everything else stands: a scenario that fails shows nothing.
        if (results.stream().allMatch(result -> result.outcome() == Outcome.PASS)) {
            results.addAll(wrong(files.gaps(), version, coverage));
        }
        return new ScenarioReport(List.copyOf(results), coverage);
    }

    private static List<ScenarioResult> wrong(List<Gap> gaps, Compiled version, RuleCoverage coverage) {
        var rules = version.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        return gaps.stream()
                .flatMap(gap -> gap.complaint(rules, coverage).map(gap::inError).stream())
                .toList();
    }

    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    public boolean passed() {
        return count(Outcome.PASS) == results.size();
    }
}
