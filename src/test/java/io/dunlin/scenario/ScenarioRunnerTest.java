package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.ScenarioResult.Finding;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A strategy with one rule: call after 14 days. */
class ScenarioRunnerTest {
    private static final String MANIFEST = """
            name: tiny
            purpose: for tests
            currency: EUR
            ladder: [ REMINDER, CALL ]
            parameters:
              callAfter: { value: 14, unit: days, meaning: "days late after which we call" }
            """;
    private static final String RULES = """
            package tiny;
            import io.dunlin.vocabulary.*;
            rule "T1 Call when late"
                @owner( tests )
            when
                $i : Invoice( collectable > 0, daysOverdue > callAfter )
            then
                propose( $i, CALL, "{daysOverdue} days late" );
            end
            rule "T2 Remind C customers"
                @owner( tests )
            when
                $i : Invoice( collectable > 0, customer.sizeClass == C )
            then
                propose( $i, REMINDER, "{daysOverdue} days late" );
            end
            """;

    @Test
    void aScenarioThatComesOutAsExpectedPasses() throws Exception {
        var result = run("""
                - name: late
                  given: { invoice: { due: -15 days } }
                  expect: { fires: [T1], notFires: [T2], action: CALL, level: 1, channel: PHONE, owner: COLLECTOR, reason: "15 days late" }
                """);
        assertThat(result.findings()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aScenarioThatComesOutOtherwiseFailsWithEveryDifference() throws Exception {
        var result = run("""
                - name: late
                  given: { invoice: { due: -15 days } }
                  expect:
                    { fires: [T2], notFires: [T1], action: REMINDER, level: 2, channel: LETTER, owner: LEGAL, approval: LEGAL,
                      invoices: { INV-1: REMINDER }, tasks: [CREDIT_REVIEW], reason: "16 days", blockers: [HOLD], vetoed: [G34] }
                """);
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "fires: expected T2, got T1",
                        "notFires: expected none of T1, got T1",
                        "action: expected REMINDER, got CALL",
                        "level: expected 2, got 1",
                        "channel: expected LETTER, got PHONE",
                        "owner: expected LEGAL, got COLLECTOR",
                        "approval: expected LEGAL, got none",
                        "invoices: expected INV-1 REMINDER, got INV-1 CALL",
                        "tasks: expected CREDIT_REVIEW, got none",
                        "reason: expected a sentence with \"16 days\", got [15 days late]",
                        "blockers: expected HOLD, got none",
                        "vetoed: expected G34, got none");
    }

    @Test
    void aMisspelledExpectationIsAnErrorNotAPass() throws Exception {
        var result = run("""
                - name: late
                  given: { invoice: { due: -15 days } }
                  expect: { fire: [T1] }
                """);
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.findings()).singleElement().asString().contains("fire");
    }

    @Test
    void aMisspelledFactIsAnError() throws Exception {
        assertThat(run("""
                - name: late
                  given: { invoice: { dew: -15 days } }
                  expect: { fires: [T1] }
                """).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(run("""
                - name: late
                  given: { promise: { until: -15 days } }
                  expect: { fires: [T1] }
                """).outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void aPaymentThatCouldBelongToTwoInvoicesIsAnError() throws Exception {
        var result = run("""
                - name: which one
                  given: { invoices: [ { due: -15 days }, { due: -16 days } ], payments: [ { on: today, amount: 1 } ] }
                  expect: { fires: [T1] }
                """);
        assertThat(result.toString()).contains("ERROR").contains("say which `invoice`");
    }

    @Test
    void aBrokenFileIsOneErrorWithItsLine() throws Exception {
        var results = runner().run(ScenarioFiles.of("broken.yaml", "scenarios:\n  - name: [\n"));
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.line()).isEqualTo(3);
                assertThat(finding.message()).contains("no YAML");
            });
        });
    }

    @Test
    void aFailedScenarioCoversNothing() throws Exception {
        var results = runner().run(ScenarioFiles.of("t.yaml", """
                scenarios:
                  - name: right
                    given: { invoice: { due: -15 days } }
                    expect: { fires: [T1] }
                  - name: wrong
                    given: { invoice: { due: -15 days } }
                    expect: { fires: [T2], notFires: [T1] }
                """));
        var coverage = RuleCoverage.of(strategy(), results, List.of());
        assertThat(coverage.neverFired()).containsExactly("T2");
        assertThat(coverage.neverSilent()).containsExactly("T1", "T2");
    }

    @Test
    void aRuleThatTheScenarioInventsIsAnErrorWithWhatWasMeant() throws Exception {
        var results = runner().run(ScenarioFiles.of("t.yaml", """
                scenarios:
                  - name: invented
                    given: { invoice: { due: -1 days } }
                    expect:
                      notFires: [t2, G10]
                """));
        assertThat(results.get(0).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(results.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(5);
            assertThat(finding.message()).isEqualTo("there is no rule `t2`; did you mean `T2`?");
        });
    }

    @Test
    void datesMayBeWrittenEitherWay() throws Exception {
        assertThat(run("""
                - name: on its own day
                  asOf: 2025-07-16
                  given: { invoice: { due: 2025-07-01 } }
                  expect: { fires: [T1], reason: "15 days late" }
                """).outcome()).isEqualTo(Outcome.PASS);
    }

    private static ScenarioResult run(String scenario) throws Exception {
        var indented = "scenarios:\n" + scenario.indent(2);
        return runner().run(ScenarioFiles.of("test.yaml", indented)).get(0);
    }

    private static ScenarioRunner runner() throws Exception {
        return new ScenarioRunner(strategy(), guard());
    }

    private static Compiled strategy() throws Exception {
        var files = new TreeMap<String, String>();
        files.put("strategy.yaml", MANIFEST);
        files.put("10.drl", RULES);
        return StrategyCompiler.compile(new StrategyFiles("tiny", files));
    }

    private static Compiled guard() throws Exception {
        return StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard")));
    }
}
