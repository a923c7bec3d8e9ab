package io.dunlin.scenario;

import io.dunlin.scenario.ScenarioResult.Outcome;
import io.dunlin.strategy.ActivationCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** No version goes live while one of the scenarios it carries fails or cannot be understood. */
@ApplicationScoped
public class ScenarioCheck implements ActivationCheck {
    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public Result check(Candidate candidate) {
        var report = ScenarioReport.of(candidate.version(), candidate.guard());
        var objections = report.results().stream()
                .filter(result -> result.outcome() != Outcome.PASS)
                .map(ScenarioResult::toString)
                .toList();
        return new Result(name(), List.copyOf(objections), figures(report));
    }

    private static Map<String, Object> figures(ScenarioReport report) {
        var coverage = report.coverage();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("scenarios", report.results().size());
        figures.put("failed", report.count(Outcome.FAIL));
        figures.put("errors", report.count(Outcome.ERROR));
        figures.put("rules", coverage.rules().size());
        figures.put("rulesNeverFired", coverage.neverFired());
        figures.put("rulesNeverSilent", coverage.neverSilent());
        figures.put("conditions", coverage.conditions());
        figures.put("conditionsShown", coverage.shownConditions());
        figures.put("conditionsNamedAsGaps", coverage.namedGaps());
        return figures;
    }
}
