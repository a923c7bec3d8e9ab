package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.RuleCoverage.OfCondition;
import io.dunlin.scenario.ScenarioResult.Outcome;
import io.dunlin.strategy.ActivationCheck.Candidate;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One rule with an "or" in it: call over 14 days late, or a C customer at once. */
class CoverageTest {
    private static final String MANIFEST = """
            name: tiny
            purpose: for tests
            currency: EUR
            ladder: [ CALL ]
            """;
    private static final String RULES = """
            package tiny;
            import io.dunlin.vocabulary.*;
            rule "T1 Call"
                @owner( tests )
            when
                $i : Invoice( collectable > 0, daysOverdue > 14 || customer.sizeClass == C )
            then
                propose( $i, CALL, "{daysOverdue} days late" );
            end
            """;
    private static final String LATE = """
            scenarios:
              - name: late
                given: { invoice: { due: -15 days } }
                expect: { fires: [T1] }
            """;

    @Test
    void aConditionIsShownByTheCaseItDecides() throws Exception {
        assertThat(coverage(LATE))
                .containsExactly("collectable > 0 +-", "daysOverdue > 14 +-", "customer.sizeClass == C --");
        assertThat(coverage(LATE + """
              - name: not late
                given: { invoice: { due: -14 days } }
                expect: { notFires: [T1] }
            """))
                .containsExactly("collectable > 0 +-", "daysOverdue > 14 ++", "customer.sizeClass == C -+");
    }

    @Test
    void whereTwoConditionsWouldDoNeitherIsShown() throws Exception {
        assertThat(coverage("""
                scenarios:
                  - name: late and small
                    given: { customer: { sizeClass: C }, invoice: { due: -15 days } }
                    expect: { fires: [T1] }
                """))
                .containsExactly("collectable > 0 +-", "daysOverdue > 14 --", "customer.sizeClass == C --");
    }

    @Test
    void whatNobodyDemandsShowsNothing() throws Exception {
        assertThat(coverage(LATE.replace("fires: [T1]", "action: CALL"))).allMatch(line -> line.endsWith("--"));
    }

    @Test
    void aGapIsNamedWithItsReason() throws Exception {
        var report = report(LATE + """
            gaps: [ { rule: T1, condition: "customer.sizeClass == C", because: we have none } ]
            """);
        assertThat(report.passed()).isTrue();
        assertThat(report.coverage().namedGaps()).isEqualTo(1);
    }

    @Test
    void aGapThatIsNoneIsAnError() throws Exception {
        var gaps = """
            gaps:
              - { rule: T2, condition: "collectable > 0", because: so }
              - { rule: T1, condition: "collectable > 1", because: so }
            """;
        assertThat(report(LATE + gaps).results())
                .filteredOn(result -> result.outcome() == Outcome.ERROR)
                .extracting(
                        result -> result.line() + " " + result.findings().get(0).message())
                .containsExactly(
                        "6 there is no rule `T2`; did you mean `T1`?",
                        "7 T1 has no condition `collectable > 1`; did you mean `collectable > 0`?");
    }

    @Test
    void aVersionWhoseScenariosFailMayNotGoLive() throws Exception {
        var check = new ScenarioCheck();
        var guard = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard")));
        var good = check.check(new Candidate(version(LATE), null, guard));
        assertThat(good.passed()).isTrue();
        assertThat(good.figures()).containsEntry("scenarios", 1).containsEntry("failed", 0L);

        var bad = check.check(new Candidate(version(LATE.replace("-15", "-14")), null, guard));
        assertThat(bad.objections()).singleElement().asString().contains("late").contains("expected T1, got none");
    }

    @Test
    void scenariosBelongToTheVersion() throws Exception {
        assertThat(version(LATE).version())
                .isNotEqualTo(version(LATE.replace("-15", "-16")).version());
        assertThat(StrategyFiles.read(Path.of("rules/standard")).files()).containsKey("scenarios/30-contact.yaml");
    }

    private static java.util.List<String> coverage(String scenarios) throws Exception {
        return report(scenarios).coverage().of("T1").conditions().stream()
                .map(CoverageTest::inShort)
                .toList();
    }

    private static String inShort(OfCondition condition) {
        return condition.condition() + " " + (condition.held() ? "+" : "-") + (condition.failed() ? "+" : "-");
    }

    private static ScenarioReport report(String scenarios) throws Exception {
        return ScenarioReport.of(
                version(scenarios), StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard"))));
    }

    private static Compiled version(String scenarios) throws Exception {
        var files = new TreeMap<String, String>();
        files.put("strategy.yaml", MANIFEST);
        files.put("10.drl", RULES);
        files.put("scenarios/t.yaml", scenarios);
        return StrategyCompiler.compile(new StrategyFiles("tiny", files));
    }
}
