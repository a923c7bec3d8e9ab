package io.dunlin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Open invoices are neither left out nor taken as paid on the last day. */
class DaysToPayTest {
    private static Group waiting(int draw, Wait... waits) {
        return new Group(draw, 1, Map.of(), List.of(waits), Map.of());
    }

    private static Wait paid(int days) {
        return new Wait(days, true, 100);
    }

    private static Wait open(int days) {
        return new Wait(days, false, days);
    }

    private static double mean(int horizon, Wait... waits) {
        return Estimate.of(List.of(waiting(0, waits)), new RestrictedMean(horizon))
                .value();
    }

    /** Worked out by hand: all unpaid on day 0, two thirds on days 1 and 2, none on day 3. */
    @Test
    void anOpenInvoiceCountsForAsLongAsItWasSeen() {
        assertThat(mean(4, paid(1), open(2), paid(3))).isEqualTo(1 + 2.0 / 3 + 2.0 / 3, within(1e-12));
    }

    @Test
    void whatIsPaidInTimeTakesNoDaysAndNothingTakesLongerThanTheHorizon() {
        assertThat(mean(30, paid(0), paid(0))).isZero();
        assertThat(mean(30, paid(45), paid(90))).isEqualTo(30);
        assertThat(mean(30, paid(10), paid(45))).isEqualTo(20);
        assertThat(mean(30, open(50), paid(10))).isEqualTo(20);
    }

    @Test
    void whatWasUnpaidWhenTheLastOneWasLostFromSightStaysUnpaid() {
        assertThat(mean(30, open(5), paid(2))).isEqualTo(2 + 28 * 0.5);
    }

    /** Everybody takes 0 to 79 days; who fell due lately is seen for a few of them only. The truth is 40.5 less what is cut. */
    @Test
    void theMeanIsThatOfEverybodyThoughHalfOfThemAreStillOpen() {
        var random = new Random(7);
        var groups = IntStream.range(0, 4000)
                .mapToObj(i -> seen(random.nextInt(80), random.nextInt(90)))
                .toList();
        var open = groups.stream().filter(g -> !g.waits().get(0).paid()).count();
        var truth =
                IntStream.range(0, 80).map(days -> Math.min(days, 60)).average().orElseThrow();
        var estimate = Estimate.of(groups, new RestrictedMean(60));
        assertThat(open).isBetween(1500L, 2500L);
        assertThat(estimate.value()).isEqualTo(truth, within(1.5));
        assertThat(Math.sqrt(estimate.variance())).isBetween(0.2, 0.7);
    }

    private static Group seen(int takes, int observable) {
        return waiting(0, new Wait(Math.min(takes, observable), takes <= observable, observable));
    }

    /** As often as promised, with open invoices and three of them in each group that pays them alike. */
    @Test
    void theIntervalHoldsWithOpenInvoicesInGroups() {
        int wrong = 0;
        for (int seed = 0; seed < 300; seed++) {
            var line = experiment(new Random(seed));
            wrong += line.low() <= 0 && line.high() >= 0 ? 0 : 1;
        }
        assertThat(wrong).isBetween(5, 26);
    }

    private static Line experiment(Random random) {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < 120; i++) {
            int usual = random.nextInt(60);
            var waits = new Wait[3];
            Arrays.setAll(waits, n -> seen(usual + random.nextInt(20), random.nextInt(90))
                    .waits()
                    .get(0));
            groups.add(waiting(random.nextInt(10_000), waits));
        }
        return new Simulated(1)
                .asking(new Question(Metric.DAYS_TO_PAY, 1, 14))
                .readOut(groups)
                .metrics()
                .get(0);
    }

    @Test
    void theHorizonIsWhatEnoughGroupsOfBothArmsWereSeenFor() {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < 100; i++) {
            var isIn = i < 50;
            groups.add(waiting(isIn ? 0 : 9000, new Wait(i % 7, true, isIn && i < 29 ? 80 : 25)));
        }
        var line = new Simulated(1)
                .asking(new Question(Metric.DAYS_TO_PAY, 1, 14))
                .readOut(groups)
                .metrics()
                .get(0);
        assertThat(line.horizon()).isEqualTo(25);
        assertThat(line.champion().value()).isEqualTo(3, within(0.1));
    }
}
