package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.analysis.RuleDiff.Named;
import io.dunlin.analysis.RuleDiff.Pair;
import io.dunlin.analysis.StrategyDiff.WholeRule;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A manager looks at what a changed strategy would change before it goes live. */
class StrategyDiffTest {
    private static final String MANIFEST = """
            name: test
            purpose: a test
            ladder: [CREDIT_REVIEW, REMINDER, CALL, CREDIT_HOLD]
            parameters:
              late: { value: 14, unit: days, meaning: "when it is late" }
              small: { value: 25.00, unit: EUR, meaning: "what is small" }
            holds: { quietDays: 4, reactionDays: { CALL: 8 } }
            """;
    private static final String CALL = """
            rule "C10 Call whoever is late"
                @owner( collections )
            when
                $i : Invoice( collectable > small, daysOverdue > late, customer.sizeClass in ( A, B ), onPlan || reminderLevel >= 1 )
            then
                propose( $i, CALL, "{daysOverdue} days late" );
            end
            """;
    private static final String HOLD = """
            rule "H10 Stop delivering"
                @owner( collections )
            when
                $i : Invoice( collectable > small, daysOverdue > 60 )
            then
                propose( $i, CREDIT_HOLD, "{daysOverdue} days late, {collectable} above {small}" );
            end
            """;
    private static final Compiled BEFORE = strategy(MANIFEST, CALL + HOLD);

    @Test
    void nothingChangedIsNoDifference() {
        var diff = StrategyDiff.between(BEFORE, BEFORE);
        assertThat(diff.hasDifferences()).isFalse();
    }

    @Test
    void whereARuleStandsAndHowItIsSpacedIsNoDifferenceInDeciding() {
        var moved = CALL.replace("collectable > small, daysOverdue > late", "daysOverdue>late,   collectable >small")
                .replace("( A, B )", "(B,A)")
                .replace("onPlan || reminderLevel >= 1", "( reminderLevel >= 1 || onPlan )");
        var after = compile(Map.of("strategy.yaml", MANIFEST, "a.drl", drl(HOLD), "z.drl", drl("// why\n" + moved)));
        var diff = StrategyDiff.between(BEFORE, after);
        assertThat(diff.decidesAlike()).isTrue();
        assertThat(diff.hasDifferences()).isTrue();
        assertThat(diff.files()).extracting(FileDiff::file).containsExactly("a.drl", "rules.drl", "z.drl");
    }

    @Test
    void aRuleOnOneSideOnlyIsToldWhole() {
        var diff = StrategyDiff.between(BEFORE, strategy(MANIFEST, CALL));
        var rule = new WholeRule(
                "H10",
                "Stop delivering",
                "collections",
                "rules.drl",
                "Invoice",
                java.util.List.of("collectable > small", "daysOverdue > 60"),
                java.util.List.of("propose CREDIT_HOLD: {daysOverdue} days late, {collectable} above {small}"));
        assertThat(diff.removedRules()).containsExactly(rule);
        assertThat(diff.addedRules()).isEmpty();
        assertThat(StrategyDiff.between(strategy(MANIFEST, CALL), BEFORE).addedRules())
                .containsExactly(rule);
    }

    @Test
    void conditionsAreToldComparisonByComparison() {
        var changed = CALL.replace("daysOverdue > late", "daysOverdue >= late")
                .replace("collectable > small, ", "")
                .replace("reminderLevel >= 1", "reminderLevel >= 2, !customer.creditHold");
        var diff = StrategyDiff.between(BEFORE, strategy(MANIFEST, changed + HOLD));
        assertThat(diff.changedRules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("C10");
            assertThat(rule.said()).isEmpty();
            assertThat(rule.conditions())
                    .containsExactly(
                            new Pair("daysOverdue > late", "daysOverdue >= late"),
                            new Pair("( onPlan || reminderLevel >= 1 )", "( onPlan || reminderLevel >= 2 )"),
                            new Pair("collectable > small", null),
                            new Pair(null, "!customer.creditHold"));
        });
    }

    @Test
    void whatARuleSaysIsToldWordByWord() {
        var changed = CALL.replace("collections", "sales")
                .replace("whoever is late", "late customers")
                .replace("CALL, \"{daysOverdue} days late\"", "REMINDER, 2, \"late\"");
        var diff = StrategyDiff.between(BEFORE, strategy(MANIFEST, changed + HOLD));
        assertThat(diff.changedRules()).singleElement().satisfies(rule -> assertThat(rule.said())
                .containsExactly(
                        new Named("title", "Call whoever is late", "Call late customers"),
                        new Named("owner", "collections", "sales"),
                        new Named("action", "CALL", "REMINDER"),
                        new Named("level", "1", "2"),
                        new Named("reason", "{daysOverdue} days late", "late")));
    }

    @Test
    void aParameterIsToldWithItsUnitAndTheRulesThatUseIt() {
        var changed = MANIFEST.replace("value: 14,", "value: 7,")
                .replace("25.00, unit: EUR", "30.00, unit: USD")
                .replace("holds:", "  fresh: { value: 3, unit: working days, meaning: \"new\" }\nholds:");
        var diff = StrategyDiff.between(BEFORE, strategy(changed, CALL + HOLD));
        assertThat(diff.parameters())
                .extracting(p -> p.name() + " " + p.from() + " " + p.to() + " " + p.rules())
                .containsExactly(
                        "fresh null 3 working days []",
                        "late 14 days 7 days [C10]",
                        "small 25.00 EUR 30.00 USD [C10, H10]");
        assertThat(diff.changedRules()).isEmpty();
        assertThat(diff.decidesAlike()).isFalse();
    }

    @Test
    void theLadderNamesTheFewActionsThatMoved() {
        var changed = MANIFEST.replace(
                "[CREDIT_REVIEW, REMINDER, CALL, CREDIT_HOLD]", "[CALL, REMINDER, CREDIT_HOLD, LAWSUIT]");
        var ladder =
                StrategyDiff.between(BEFORE, strategy(changed, CALL + HOLD)).ladder();
        assertThat(ladder.added()).containsExactly(Action.LAWSUIT);
        assertThat(ladder.removed()).containsExactly(Action.CREDIT_REVIEW);
        assertThat(ladder.moved()).hasSize(1).isSubsetOf(Action.CALL, Action.REMINDER);
    }

    @Test
    void anActionThatNowSharesARankMovedToo() {
        var changed = MANIFEST.replace("REMINDER, CALL,", "[REMINDER, CALL],");
        var diff = StrategyDiff.between(BEFORE, strategy(changed, CALL + HOLD));
        assertThat(diff.ladder().moved()).containsExactly(Action.REMINDER, Action.CALL);
        assertThat(diff.decidesAlike()).isFalse();
    }

    @Test
    void theNumbersOfHoldsAreComparedAsTheyWork() {
        var changed = MANIFEST.replace("quietDays: 4, reactionDays: { CALL: 8 }", "graceDays: 3, quietDays: 6");
        var diff = StrategyDiff.between(BEFORE, strategy(changed, CALL + HOLD));
        var usual = String.valueOf(Action.CALL.reactionDays());
        assertThat(diff.holds())
                .containsExactly(new Named("quietDays", "4", "6"), new Named("reactionDays.CALL", "8", usual));
    }

    @Test
    void textDiffersLineByLineAsPatchUnderstandsIt() {
        var after = strategy(MANIFEST.replace("value: 14,", "value: 7,"), CALL + HOLD);
        assertThat(StrategyDiff.between(BEFORE, after).files()).singleElement().satisfies(file -> {
            assertThat(file.kind()).isEqualTo(FileDiff.Kind.CHANGED);
            assertThat(file.added()).isEqualTo(1);
            assertThat(file.removed()).isEqualTo(1);
            assertThat(file.unified()).isEqualTo("""
                    --- a/strategy.yaml
                    +++ b/strategy.yaml
                    @@ -2,6 +2,6 @@
                     purpose: a test
                     ladder: [CREDIT_REVIEW, REMINDER, CALL, CREDIT_HOLD]
                     parameters:
                    -  late: { value: 14, unit: days, meaning: "when it is late" }
                    +  late: { value: 7, unit: days, meaning: "when it is late" }
                       small: { value: 25.00, unit: EUR, meaning: "what is small" }
                     holds: { quietDays: 4, reactionDays: { CALL: 8 } }
                    """);
        });
    }

    @Test
    void lineEndsOfAnotherSystemAreNoDifference() {
        var after = strategy(MANIFEST.replace("\n", "\r\n"), CALL + HOLD);
        assertThat(StrategyDiff.between(BEFORE, after).hasDifferences()).isFalse();
    }

    /** Two long files without a line in common must not keep the service busy: the whole is one change then. */
    @Test
    void longFilesWithoutAnythingInCommonAreOneChange() {
        var one = new StringBuilder("same\n");
        var other = new StringBuilder("same\n");
        for (int i = 0; i < 6000; i++) {
            one.append("one ").append(i).append('\n');
            other.append("other ").append(i).append('\n');
        }
        var diffs = FileDiff.between(
                files(Map.of("x.drl", one.append("end\n").toString())),
                files(Map.of("x.drl", other.append("end\n").toString())));
        assertThat(diffs).singleElement().satisfies(file -> {
            assertThat(file.added()).isEqualTo(6000);
            assertThat(file.removed()).isEqualTo(6000);
            assertThat(file.unified()).startsWith("--- a/x.drl\n+++ b/x.drl\n@@ -1,6002 +1,6002 @@\n same\n-one 0\n");
        });
    }

    private static Compiled strategy(String manifest, String rules) {
        return compile(Map.of("strategy.yaml", manifest, "rules.drl", drl(rules)));
    }

    private static String drl(String rules) {
        return "package test;\nimport io.dunlin.vocabulary.*;\n" + rules;
    }

    private static StrategyFiles files(Map<String, String> files) {
        return new StrategyFiles("test", new TreeMap<>(files));
    }

    private static Compiled compile(Map<String, String> files) {
        try {
            return StrategyCompiler.compile(files(files));
        } catch (StrategyRefused e) {
            throw new AssertionError(e);
        }
    }
}
