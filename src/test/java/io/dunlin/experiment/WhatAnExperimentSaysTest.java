package io.dunlin.experiment;

import static io.dunlin.experiment.Metric.COLLECTED;
import static io.dunlin.experiment.Metric.CONTACTS;
import static io.dunlin.experiment.Simulated.AS_OF;
import static io.dunlin.experiment.Simulated.BEGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Course.Period;
import io.dunlin.experiment.Verdict.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Experiments with a known truth: what is said of them must be true as often as is promised. */
class WhatAnExperimentSaysTest {
    private static final int RUNS = 1000;

    private static long among(Predicate<ReadOut> said, java.util.function.LongFunction<Simulated> experiment) {
        return LongStream.range(0, RUNS)
                .filter(seed -> said.test(experiment.apply(seed).readOut()))
                .count();
    }

    private static boolean isDecided(ReadOut read) {
        return read.verdict().code() == Code.BETTER || read.verdict().code() == Code.WORSE;
    }

    // ---- intervals

    @Test
    void whereNothingDiffersADifferenceIsSeenOnceInTwenty() {
        assertThat(among(WhatAnExperimentSaysTest::isDecided, Simulated::new)).isBetween(30L, 70L);
        assertThat(among(WhatAnExperimentSaysTest::isDecided, seed -> new Simulated(seed).groups(140)))
                .isBetween(30L, 70L);
    }

    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        var missed = among(
                read -> {
                    var line = read.metrics().get(0);
                    return line.hasDifference() && (line.low() > 0.15 || line.high() < 0.15);
                },
                seed -> new Simulated(seed).lift(0.15));
        assertThat(missed).isBetween(30L, 70L);
    }

    @Test
    void whoLooksTenTimesIsGivenWiderIntervals() {
        var wrong = among(WhatAnExperimentSaysTest::isDecided, seed -> new Simulated(seed)
                .asking(new Question(COLLECTED, 10, 14)));
        assertThat(wrong).isBetween(0L, 12L);
        assertThat(new Simulated(1)
                        .asking(new Question(COLLECTED, 10, 14))
                        .readOut()
                        .confidence())
                .isEqualTo(0.995);
    }

    @Test
    void aBigDifferenceIsFoundInEitherDirection() {
        var better = new Simulated(5).lift(0.15).readOut();
        assertThat(better.verdict().code()).isEqualTo(Code.BETTER);
        assertThat(better.verdict().text())
                .matches("Better: the challenger collected between [0-9.]+ points and [0-9.]+ points more of what was"
                        + " overdue\\.");
        var worse = new Simulated(5).lift(-0.15).readOut();
        assertThat(worse.verdict().code()).isEqualTo(Code.WORSE);
        assertThat(worse.verdict().text()).contains("points less of what was overdue");
    }

    @Test
    void fewerContactsAreBetter() {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < 200; i++) {
            groups.add(contacted(i * 50, i < 100 ? i % 3 : 2 + i % 3));
        }
        var read = new Simulated(1).asking(new Question(CONTACTS, 1, 14)).readOut(groups);
        assertThat(read.verdict().code()).isEqualTo(Code.BETTER);
        assertThat(read.verdict().text())
                .isEqualTo("Better: the challenger made between 1.78 and 2.24 less contacts per group.");
        assertThat(read.metrics().get(0).metric()).isEqualTo(CONTACTS);
    }

    @Test
    void anOpenQuestionNamesBothWays() {
        assertThat(new Simulated(2).readOut().verdict().text())
                .matches(
                        "Too early to tell: the challenger collected between [0-9.]+ points less and [0-9.]+ points more"
                                + " of what was overdue\\.");
    }

    /** For a mean the jackknife is the textbook's variance of the mean, to the last digit. */
    @Test
    void theVarianceIsTheTextbooksWhereThereIsOne() {
        var groups = List.of(contacted(0, 1), contacted(0, 2), contacted(0, 6));
        var estimate = Estimate.of(groups, new Quotient(CONTACTS));
        assertThat(estimate.value()).isEqualTo(3);
        assertThat(estimate.variance()).isEqualTo(7.0 / 3, within(1e-12));
        assertThat(estimate.effective()).isEqualTo(3, within(1e-12));
    }

    private static Group contacted(int draw, int contacts) {
        return Group.of(draw, Map.of(CONTACTS, Ratio.of(contacts, 1)));
    }

    // ---- what was drawn

    @Test
    void tenCustomersWhoPayAlikeAreOneGroupAndNotTen() {
        var apart = new ArrayList<Group>();
        var together = new ArrayList<Group>();
        for (int i = 0; i < 100; i++) {
            var one = new Ratio(BigDecimal.valueOf(i * 37 % 100), BigDecimal.valueOf(100));
            together.add(Group.of(i * 100, Map.of(COLLECTED, times(one, 10))));
            for (int customer = 0; customer < 10; customer++) {
                apart.add(Group.of(i * 100, Map.of(COLLECTED, one)));
            }
        }
        var narrow = new Simulated(1).readOut(apart).metrics().get(0);
        var wide = new Simulated(1).readOut(together).metrics().get(0);
        assertThat(wide.difference()).isEqualTo(narrow.difference());
        assertThat((wide.high() - wide.low()) / (narrow.high() - narrow.low())).isBetween(3.1, 3.4);
    }

    private static Ratio times(Ratio one, int times) {
        return new Ratio(
                one.part().multiply(BigDecimal.valueOf(times)), one.whole().multiply(BigDecimal.valueOf(times)));
    }

    @Test
    void armsThatWereNotDrawnAreNotCompared() {
        var read = new Simulated(3).lift(0.3).drawingBelow(8000).readOut();
        assertThat(read.verdict().code()).isEqualTo(Code.NOT_RANDOM);
        assertThat(read.verdict().text()).startsWith("Do not compare: 50 percent of the groups should be");
        assertThat(read.warnings()).extracting(Warning::code).contains(Warning.Code.SAMPLE_RATIO);
        assertThat(read.metrics()).allSatisfy(line -> {
            assertThat(line.hasDifference()).isFalse();
            assertThat(line.why()).contains("not what was drawn");
        });
    }

    @Test
    void armsThatWereDrawnHardlyEverRaiseTheAlarm() {
        assertThat(among(read -> read.verdict().code() == Code.NOT_RANDOM, Simulated::new))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void whereTheShareGrewThoseInBetweenAreLeftOut() {
        var day = BEGAN.plusDays(30);
        var read = new Simulated(4)
                .groups(1000)
                .shares(new Period(BEGAN, day.minusDays(1), 20), new Period(day, null, 50))
                .readOut();
        assertThat(read.movedGroups()).isBetween(250, 350);
        assertThat(read.groups().get(Arm.CHALLENGER).groups()).isBetween(160, 240);
        assertThat(read.groups().get(Arm.CHAMPION).groups()).isBetween(450, 550);
        assertThat(read.sampleRatio()).extracting(SampleRatio::expected).containsExactly(0.2, 0.5);
        assertThat(read.warnings()).extracting(Warning::code).containsExactly(Warning.Code.SHARE_CHANGED);
        var later = new Simulated(4)
                .shares(new Period(BEGAN, day.minusDays(1), 20), new Period(day, null, 50))
                .lookedAt(day, AS_OF)
                .readOut();
        assertThat(later.movedGroups()).isZero();
        assertThat(later.warnings()).extracting(Warning::code).containsExactly(Warning.Code.LATE_START);
    }

    // ---- too little to tell

    @Test
    void anEmptyArmIsTooFew() {
        var nobody = new Simulated(1).readOut(List.of());
        assertThat(nobody.verdict().code()).isEqualTo(Code.TOO_FEW);
        var oneArm = new Simulated(1).groups(10).drawingBelow(5000).readOut();
        assertThat(oneArm.verdict().code()).isEqualTo(Code.TOO_FEW);
        assertThat(oneArm.metrics().get(0).champion().value()).isNull();
        assertThat(oneArm.metrics().get(0).challenger().value()).isPositive();
    }

    @Test
    void twentyNineGroupsAreTooFewAndThirtyAreNot() {
        assertThat(evenly(29, 1).verdict().text())
                .isEqualTo("Too few to tell: one arm has 29 groups with anything to compare, and it takes 30.");
        assertThat(evenly(30, 1).verdict().code()).isNotEqualTo(Code.TOO_FEW);
    }

    @Test
    void oneCustomerWhoOwesMoreThanAllOthersDecidesNothing() {
        var read = evenly(100, 1000);
        assertThat(read.verdict().code()).isEqualTo(Code.TOO_FEW);
        assertThat(read.verdict().text()).contains("a few big groups make up the sum, which weighs like 1.2 groups");
    }

    @Test
    void whereNobodyPaidYetNothingIsCertain() {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < 200; i++) {
            groups.add(Group.of(i * 50, Map.of(COLLECTED, Ratio.of(0, 100))));
        }
        var read = new Simulated(1).readOut(groups);
        assertThat(read.verdict().code()).isEqualTo(Code.TOO_FEW);
        assertThat(read.verdict().text()).contains("do not differ yet");
    }

    /** So many groups in each arm, of which the first owes so many times what the others owe. */
    private static ReadOut evenly(int each, int first) {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < each * 2; i++) {
            var ratio = new Ratio(BigDecimal.valueOf(i * 37 % 100), BigDecimal.valueOf(100));
            groups.add(Group.of(i % 2 * 5000, Map.of(COLLECTED, times(ratio, i < 2 ? first : 1))));
        }
        return new Simulated(1).readOut(groups);
    }

    // ---- what to know first

    @Test
    void aDifferenceFromBeforeIsTold() {
        assertThat(new Simulated(6).liftBefore(0.2).readOut().warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.DIFFERENT_BEFORE);
        assertThat(new Simulated(6).readOut().warnings()).isEmpty();
    }

    @Test
    void whatHappenedMeanwhileIsTold() {
        var read = new Simulated(6)
                .championSince(BEGAN.plusDays(10))
                .ended(AS_OF.minusDays(5))
                .decided(200, 120, 1000, 7)
                .readOut();
        assertThat(read.warnings())
                .extracting(Warning::code)
                .containsExactly(
                        Warning.Code.ASKED_UNEQUALLY,
                        Warning.Code.OTHER_ARM,
                        Warning.Code.CHAMPION_CHANGED,
                        Warning.Code.AFTER_THE_END);
        assertThat(read.warnings().get(1).text()).startsWith("7 of 1000 decisions");
        assertThat(read.verdict().code()).as("counted as drawn all the same").isEqualTo(Code.UNDECIDED);
    }

    @Test
    void moneyWithoutARateAndPayersElsewhereAreTold() {
        var facts = new Facts(
                List.of(), 0, new Facts.Decided(0, 0, 0, 0), "EUR", null, Map.of("USD", new BigDecimal("1250.00")), 4);
        assertThat(new Simulated(1).readOut(facts).warnings())
                .extracting(Warning::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("no rate to EUR is known: USD 1250.00 overdue"),
                        text -> assertThat(text).startsWith("4 customers are paid for by"));
    }

    @Test
    void theSameFactsAlwaysGiveTheSameReadOut() {
        assertThat(new Simulated(9).readOut()).isEqualTo(new Simulated(9).readOut());
    }
}
