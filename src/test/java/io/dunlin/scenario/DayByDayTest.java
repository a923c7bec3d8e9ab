package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Compiled;
import io.dunlin.language.Deadline;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.ScenarioResult.Finding;
import io.dunlin.scenario.ScenarioResult.Outcome;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A strategy that reminds after 3 days and calls a week after the reminder; the first of March 2026 is a Sunday. */
class DayByDayTest {
    private static final String MANIFEST = """
            name: tiny
            purpose: for tests
            currency: EUR
            ladder: [ RESOLVE_DISPUTE, REMINDER, CALL ]
            holds: { quietDays: 0, reactionDays: { REMINDER: 7 } }
            """;
    private static final String RULES = """
            package tiny;
            import io.dunlin.vocabulary.*;
            rule "T1 Remind"
                @owner( tests )
            when
                $i : Invoice( collectable > 0, daysOverdue >= 3, reminderLevel == 0 )
            then
                propose( $i, REMINDER, "{daysOverdue} days late" );
            end
            rule "T2 Call"
                @owner( tests )
            when
                $i : Invoice( collectable > 0, reminderLevel == 1, stepsDone not contains CALL )
            then
                propose( $i, CALL, "{collectable} open after a reminder" );
            end
            """;

    @Test
    void aReminderConfirmedOnOneDayBringsTheCallOnAnother() throws Exception {
        passes("""
                steps:
                  - { day: 2, expect: { action: NO_ACTION } }
                  - { day: 3, expect: { fires: [T1], action: REMINDER }, confirm: recommended }
                  - { day: 4..9, expect: { notFires: [T2], action: NO_ACTION, blockers: [REACTION_TIME] } }
                  - { day: 10, expect: { fires: [T2], action: CALL } }
                """);
    }

    @Test
    void whatIsOnlyRecommendedIsNotDone() throws Exception {
        passes("""
                steps:
                  - { day: 3, expect: { action: REMINDER } }
                  - { on: 2026-03-12, expect: { action: REMINDER, reason: "10 days late" } }
                """);
    }

    @Test
    void everyKindOfEventHappensOnItsDayUnlessItSaysOtherwise() throws Exception {
        passes("""
                steps:
                  - { day: 3, happens: { payment: { amount: 400 } }, expect: { action: REMINDER, invoices: { INV-1: REMINDER } } }
                  - { day: 4, happens: { dispute: {} }, expect: { action: NO_ACTION, blockers: [DISPUTED] } }
                  - { day: 7, happens: { ends: [ dispute ] }, expect: { action: REMINDER } }
                  - { day: 8, happens: { promise: { until: +2 days } }, expect: { action: NO_ACTION, blockers: [PROMISED] } }
                  - { day: 15, expect: { action: REMINDER } }
                  - { day: 16, happens: { hold: { until: day 17 } }, expect: { blockers: [HOLD] } }
                  - { day: 18, happens: { credits: [ { amount: 100 } ], done: [ REMINDER 1 ] }, expect: { blockers: [REACTION_TIME] } }
                  - { day: 25, expect: { action: CALL, reason: "500.00 EUR open" } }
                  - { day: 28, happens: { payment: { id: payment-1, reversedOn: today } }, expect: { reason: "900.00 EUR open" } }
                  - { day: 29, happens: { invoice: { due: today, amount: 50 } }, expect: { invoices: { INV-2: NO_ACTION } } }
                """);
    }

    @Test
    void aFailureTellsTheDayTheLineAndWhy() throws Exception {
        var result = run("""
                steps:
                  - { day: 3, expect: { action: REMINDER }, confirm: recommended }
                  - day: 9
                    expect:
                      action: CALL
                """);
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).isEqualTo("day 9 (2026-03-11), action: expected CALL, got NO_ACTION");
            assertThat(finding.line()).isEqualTo(10);
            assertThat(finding.why())
                    .anyMatch(why -> why.contains("REACTION_TIME until"))
                    .anyMatch(why -> why.contains("T2 did not fire for INV-1: collectable > 0 (was 0"));
        });
    }

    @Test
    void thereMustBeSomethingToConfirm() throws Exception {
        var result = run("steps: [ { day: 1, confirm: recommended } ]");
        assertThat(result.findings())
                .extracting(Finding::toString)
                .containsExactly("day 1 (2026-03-03), confirm: expected something that is recommended, got NO_ACTION");
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndWhatWasMeant() throws Exception {
        var result = run("""
                steps:
                  - { day: 3, happens: { paymnt: { amount: 1 } } }
                  - { day: three, expect: { action: CAL } }
                  - { day: 4, expct: {}, confirm: always }
                  - { day: 5, happens: { promise: { until: soon }, done: [ REMIND 1 ] } }
                  - { day: 6, happens: { payment: { amount: much } } }
                """);
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.findings())
                .extracting(finding -> finding.line() + " " + finding.message())
                .containsExactlyInAnyOrder(
                        "7 unknown name `paymnt`; did you mean `payment`?",
                        "8 `three` is no day of the scenario; write `day: 3` or `day: 3..11`, counted from the scenario's day, or `on: 2026-03-21`",
                        "8 unknown action `CAL`; did you mean `CALL`?",
                        "8 day 0 does not come after the step before it; put the days in order, each once",
                        "9 unknown name `expct`; did you mean `expect`?",
                        "9 only what was recommended can be confirmed; write `confirm: recommended`, or under `happens` what was done, such as `done: [ CALL ]`",
                        "10 `soon` is no date; write 2026-03-18, `today`, `-15 days`, `+3 days` or `day 12`",
                        "10 unknown action `REMIND`; did you mean `REMINDER`?",
                        "11 `much` does not fit `amount`; write a number such as 1000 or 99.95");
    }

    @Test
    void whatCannotBeTrueIsAnError() throws Exception {
        var result = run("steps: [ { day: 1, happens: { payment: { amount: -5 } } } ]");
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.findings()).singleElement().asString().contains("the amount must be above zero");
    }

    @Test
    void whatEndsMustBeThere() throws Exception {
        var result = run("steps: [ { day: 1, happens: { ends: [ dispute ] } } ]");
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.findings())
                .singleElement()
                .asString()
                .contains("`ends: dispute` means nothing that is there");
    }

    @Test
    void aFewLinesThatAskForYearsOfDaysAreStopped() throws Exception {
        var texts = new StringBuilder("scenarios:\n");
        for (int i = 0; i < 100; i++) {
            texts.append("  - { name: n").append(i).append(", given: { invoice: { due: today } }, ");
            texts.append("steps: [ { day: 1..400 }, { day: 401..800 }, { day: 801..1200 } ] }\n");
        }
        var runner = new ScenarioRunner(strategy(), guard(), Deadline.of(java.time.Duration.ofMillis(200)));
        var results = runner.run(ScenarioFiles.of("years.yaml", texts.toString()));
        assertThat(results).hasSize(100);
        assertThat(results.get(99).findings())
                .singleElement()
                .asString()
                .contains("not played to its end", "play fewer days");
    }

    @Test
    void aFewLinesThatStandForMoreThanFitsIntoMemoryAreRefused() throws Exception {
        var results = new ScenarioRunner(strategy(), guard()).run(ScenarioFiles.of("bomb.yaml", """
                a: &a [ x, x ]
                scenarios: [ *a, *a ]
                """));
        assertThat(results).singleElement().asString().contains("ERROR").contains("anchors and aliases");
    }

    private static void passes(String steps) throws Exception {
        var result = run(steps);
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.PASS);
    }

    /** The steps begin in line 6. */
    private static ScenarioResult run(String steps) throws Exception {
        var yaml = """
                scenarios:
                  - name: day by day
                    asOf: 2026-03-02

                    given: { invoice: { due: today } }
                """ + steps.indent(4);
        return new ScenarioRunner(strategy(), guard())
                .run(ScenarioFiles.of("test.yaml", yaml))
                .get(0);
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
