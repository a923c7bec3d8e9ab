package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.engine.WhyNot.Failed;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.LostBecause;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why not a call? The condition that failed, what it met, what it wants, and what would change it. */
class WhyNotTest {

    @Test
    void aThresholdInDaysTellsHowManyMore() {
        var call = Policies.tiny("$i : Invoice( collectable > 0, daysOverdue > 14 ) -> propose( $i, CALL, \"late\" );");
        var customer = aCustomer().owing("1000.00 EUR").daysLate(10).under(call);
        assertThat(only(customer))
                .extracting(Failed::condition, Failed::field, Failed::actual, Failed::required, Failed::change)
                .containsExactly("daysOverdue > 14", "daysOverdue", "10", "> 14", "5 more days");
    }

    @Test
    void theDayItNamesIsTheDayTheAnswerFlips() {
        var call = Policies.tiny("$i : Invoice( collectable > 0, daysOverdue > 14 ) -> propose( $i, CALL, \"late\" );");
        var customer = aCustomer().owing("1000.00 EUR").daysLate(10).under(call);
        // Five more days are a Sunday.
        var why = whyNot(customer, Action.CALL);
        assertThat(why.firstDay()).isEqualTo(inDays(6));
        assertThat(customer.asOf(inDays(6)).verdict().action()).isEqualTo(Action.CALL);
        assertThat(customer.asOf(inDays(5)).verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void anAmountTellsHowMuchMoreInTheInvoicesCurrency() {
        var why = whyNot(aCustomer().owing("100.00 USD").daysLate(20).reminded(1, daysAgo(10)), Action.CALL);
        var rule = why.rules().stream()
                .filter(r -> r.rule().equals("C20"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.failed()).hasSize(1);
        var failed = rule.failed().get(0);
        assertThat(failed.condition()).isEqualTo("collectable >= callMinimum");
        // 100 EUR at 1.10.
        assertThat(failed.required()).isEqualTo(">= 110.00 USD");
        assertThat(failed.actual()).isEqualTo("100.00 USD");
        assertThat(failed.change()).isEqualTo("10.00 USD more");
        assertThat(failed.at()).startsWith("30-contact.drl:");
        var enough = aCustomer().owing("110.00 USD").daysLate(20).reminded(1, daysAgo(10));
        assertThat(enough.verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void whatARuleWantedAndLostIsToldWithItsReason() {
        var disputed = aCustomer()
                .owing("1000.00 EUR")
                .heldUntil(inDays(3))
                .under(Policies.tiny("$i : Invoice( daysOverdue > 14 ) -> propose( $i, CALL, \"late\" );"));
        var why = whyNot(disputed, Action.CALL);
        assertThat(why.chosen()).isFalse();
        assertThat(why.rules().get(0).failed()).isEmpty();
        assertThat(why.lost()).singleElement().satisfies(lost -> {
            assertThat(lost.invoice()).isEqualTo("I1");
            assertThat(lost.runnerUp().lostBecause()).isEqualTo(LostBecause.HELD);
        });
        // Held until Friday; the next working day is Monday.
        assertThat(why.firstDay()).isEqualTo(inDays(6));
    }

    @Test
    void whereNoRuleCanBeToldOfItSaysWhy() {
        var call = Policies.tiny("$i : Invoice( collectable > 0, daysOverdue > 14 ) -> propose( $i, CALL, \"late\" );");
        assertThat(whyNot(aCustomer().under(call), Action.CALL).note())
                .isEqualTo("nothing that a rule could propose it for is open");
        var owing = aCustomer().owing("100.00 EUR").daysLate(10).under(call);
        assertThat(whyNot(owing, Action.LAWSUIT).note()).isEqualTo("no rule of strategy tiny proposes LAWSUIT");
        assertThat(whyNot(owing, Action.CALL).note()).isNull();
    }

    @Test
    void theRuleNearestToFiringStandsFirst() {
        var near = Policies.tiny(
                "$i : Invoice( daysOverdue > 100, reminderLevel > 2, onPlan ) -> propose( $i, CALL, 2, \"far\" );",
                "$i : Invoice( daysOverdue > 100, reminderLevel == 0 ) -> propose( $i, CALL, 1, \"near\" );");
        var why = whyNot(aCustomer().owing("1000.00 EUR").under(near), Action.CALL);
        assertThat(why.rules()).extracting(r -> r.rule()).containsExactly("T2", "T1");
    }

    @Test
    void whereItIsChosenItSaysSo() {
        var why = whyNot(aCustomer().owing("80.00 EUR").daysLate(6), Action.REMINDER);
        assertThat(why.chosen()).isTrue();
    }

    /** A fact of the third kind: words. */
    @Test
    void aWordTellsWhatItMustBe() {
        var call = Policies.tiny("$i : Invoice( customer.country == \"US\" ) -> propose( $i, CALL, \"late\" );");
        assertThat(only(aCustomer().owing("1000.00 EUR").under(call)))
                .extracting(Failed::actual, Failed::required, Failed::change)
                .containsExactly("DE", "== US", "must be US");
    }

    @Test
    void onManyCustomersTheFirstDayIsTheFirstDay() {
        var dice = new Random(7);
        for (int i = 0; i < 40; i++) {
            var the = Accounts.few(dice, i);
            var why = WhyNot.of(the.decider(), the.account(), the.book(), Action.CALL);
            var known = io.dunlin.book.AsOf.known(the.account(), the.book().asOf());
            assertThat(why.chosen()).isEqualTo(isCall(the.decide()));
            for (int day = 1; !why.chosen() && day <= 60; day++) {
                var then = the.decider().decide(known, Future.later(the.book(), day));
                var on = the.book().asOf().plusDays(day);
                if (isCall(then)) {
                    assertThat(why.firstDay()).as("%s", the).isEqualTo(on);
                    break;
                }
                assertThat(why.firstDay()).as("%s", the).isNotEqualTo(on);
            }
        }
    }

    @Test
    void takingTheChangeTurnsTheConditionRound() {
        var call = Policies.tiny("$i : Invoice( balance >= customer.creditLimit ) -> propose( $i, CALL, \"late\" );");
        // Without a limit there is nothing to compare with.
        assertThat(only(aCustomer().owing("1000.00 EUR").under(call)).change()).isEqualTo("must exist first");
        for (int late = 1; late < 10; late++) {
            var rule = Policies.tiny("$i : Invoice( daysOverdue >= 10 ) -> propose( $i, CALL, \"late\" );");
            var change = only(aCustomer().owing("1000.00 EUR").daysLate(late).under(rule))
                    .change();
            var days = new BigDecimal(change.substring(0, change.indexOf(' '))).intValueExact();
            assertThat(aCustomer()
                            .owing("1000.00 EUR")
                            .daysLate(late + days)
                            .under(rule)
                            .verdict()
                            .action())
                    .isEqualTo(Action.CALL);
            assertThat(aCustomer()
                            .owing("1000.00 EUR")
                            .daysLate(late + days - 1)
                            .under(rule)
                            .verdict()
                            .action())
                    .isEqualTo(Action.NO_ACTION);
        }
    }

    private static boolean isCall(Decision d) {
        return d.customer().action() == Action.CALL
                || d.invoices().stream().anyMatch(i -> i.verdict().action() == Action.CALL);
    }

    private static Failed only(Situation situation) {
        var why = whyNot(situation, Action.CALL);
        assertThat(why.rules()).hasSize(1);
        assertThat(why.rules().get(0).failed()).hasSize(1);
        return why.rules().get(0).failed().get(0);
    }

    private static WhyNot whyNot(Situation situation, Action action) {
        return WhyNot.of(situation.decider(), situation.account(), situation.book(), action);
    }
}
