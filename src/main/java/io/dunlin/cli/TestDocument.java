package io.dunlin.cli;

import io.dunlin.language.Compiled;
import io.dunlin.scenario.RuleCoverage;
import io.dunlin.scenario.ScenarioReport;
import io.dunlin.scenario.ScenarioResult;
import io.dunlin.scenario.ScenarioResult.Outcome;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import java.util.List;
import java.util.Map;

/**
 * What {@code test --json} prints: a stable document. Fields are added, never renamed; {@code schemaVersion} grows when one
 * changes its meaning.
 */
record TestDocument(
        int schemaVersion,
        PolicyVersion strategy,
        PolicyVersion guard,
        boolean passed,
        Map<Outcome, Long> counts,
        List<OfScenario> scenarios,
        Coverage coverage) {

    record OfScenario(
            String file,
            int line,
            String name,
            Outcome outcome,
            double seconds,
            List<ScenarioResult.Finding> findings) {}

    record Coverage(long conditions, long conditionsShown, long gaps, List<RuleCoverage.OfRule> rules) {}

    static TestDocument of(ScenarioReport report, Compiled version, Compiled guard) {
        var counts = new java.util.EnumMap<Outcome, Long>(Outcome.class);
        for (var outcome : Outcome.values()) {
            counts.put(outcome, report.count(outcome));
        }
        var coverage = report.coverage();
        return new TestDocument(
                1,
                new PolicyVersion(version.name(), version.version()),
                new PolicyVersion(guard.name(), guard.version()),
                report.passed(),
                counts,
                report.results().stream().map(TestDocument::scenario).toList(),
                new Coverage(
                        coverage.conditions(), coverage.shownConditions(), coverage.namedGaps(), coverage.rules()));
    }

    private static OfScenario scenario(ScenarioResult r) {
        return new OfScenario(r.file(), r.line(), r.name(), r.outcome(), r.seconds(), r.findings());
    }
}
