package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Edge cases 13 to 21: how much is asked for.
 *
 * <p>Not here: 18 (interest after part payments is piecewise), because a decision says that a charge is due and never how
 * much it comes to; 22 (payments listed with internal numbers), because a decision is not a letter.
 */
class AmountsTest {
    private static final Decider CHASING =
            Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, REMINDER, \"late\" );");

    @Test
    void edge13_aCustomerInCreditIsNotReminded() {
        var inCredit = aCustomer().owing("1000.00 EUR").under(CHASING).paidOnAccount("1000.00 EUR", daysAgo(3));
        assertThat(inCredit.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(inCredit.verdict())).contains(Code.UNALLOCATED_CREDIT);
    }

    @Test
    void edge13_cashThatIsHereIsMatchedBeforeAnybodyIsAsked() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .paidOnAccount("1500.00 EUR", daysAgo(3))
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.ALLOCATE_CASH);
    }

    @Test
    void edge13_whatCreditDoesNotCoverIsAskedForOldestFirst() {
        var decision = aCustomer()
                .owing("600.00 EUR")
                .daysLate(20)
                .owing("1000.00 EUR")
                .daysLate(10)
                .paidOnAccount("700.00 EUR", daysAgo(3))
                .under(CHASING)
                .decide();
        assertAsks(decision.customer(), Map.of("EUR", "900.00"));
        assertThat(decision.customer().invoices()).containsExactly("I2");
    }

    @Test
    void edge13_anInvoicePaidTwiceIsCreditForTheOthers() {
        var verdict = aCustomer()
                .owing("500.00 EUR")
                .paid("800.00 EUR", daysAgo(5))
                .owing("1000.00 EUR")
                .under(CHASING)
                .verdict();
        assertAsks(verdict, Map.of("EUR", "700.00"));
    }

    @Test
    void edge14_anOpenCreditNoteReducesWhatIsAskedUntilItIsCancelled() {
        var customer = aCustomer().owing("1000.00 EUR").under(CHASING);
        assertAsks(
                customer.creditedOnAccount("300.00 EUR", daysAgo(5), inDays(2)).verdict(), Map.of("EUR", "700.00"));
        assertAsks(customer.asOf(inDays(2)).verdict(), Map.of("EUR", "1000.00"));
    }

    @Test
    void edge14_aCancelledCreditNoteNoLongerPaysItsInvoice() {
        var customer = aCustomer()
                .owing("1000.00 EUR")
                .credited("400.00 EUR", daysAgo(5), inDays(2))
                .under(CHASING);
        assertAsks(customer.verdict(), Map.of("EUR", "600.00"));
        assertAsks(customer.asOf(inDays(2)).verdict(), Map.of("EUR", "1000.00"));
    }

    @Test
    void edge14_aCancelledCreditNoteDoesNotMakeAPunctualCustomerLate() {
        var judging = Policies.tiny(
                "$c : Customer( averageDaysLate > 0 ) -> propose( $c, CONFIRM_BILLING_CONTACT, \"late\" );");
        var customer = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(60)
                .paid("1000.00 EUR", daysAgo(60))
                .credited("100.00 EUR", daysAgo(20), daysAgo(10))
                .owing("10.00 EUR", inDays(5))
                .under(judging);
        assertThat(customer.verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void edge14_aPromiseToPayWhatWasThenCreditedIsNotBroken() {
        var judging =
                Policies.tiny("$c : Customer( brokenPromises > 0 ) -> propose( $c, CONFIRM_BILLING_CONTACT, \"!\" );");
        var promised = aCustomer()
                .owing("1000.00 EUR")
                .promised(null, daysAgo(15), daysAgo(10))
                .owing("10.00 EUR", inDays(5))
                .under(judging);
        assertThat(promised.verdict().action()).isEqualTo(Action.CONFIRM_BILLING_CONTACT);
        var credited = aCustomer()
                .owing("1000.00 EUR")
                .promised(null, daysAgo(15), daysAgo(10))
                .credited("1000.00 EUR", daysAgo(12), null)
                .owing("10.00 EUR", inDays(5))
                .under(judging);
        assertThat(credited.verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void edge15_aPartlyPaidInvoiceIsRemindedForTheRestAndKeepsItsLadder() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(13)
                .reminded(1, daysAgo(8))
                .paid("400.00 EUR", daysAgo(2))
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.REMINDER);
        assertThat(verdict.level()).isEqualTo(2);
        assertAsks(verdict, Map.of("EUR", "600.00"));
    }

    @Test
    void edge16_everyInvoiceHasItsOwnRestAndTheCustomerTheirSum() {
        var decision = threePartlyPaid().decide();
        assertThat(collectables(decision)).containsExactly("900.00", "1800.00", "2700.00");
        assertAsks(decision.customer(), Map.of("EUR", "5400.00"));
    }

    @Test
    void edge16_theLastInvoicePaidDoesNotResolveTheOthers() {
        var decision = threePartlyPaid().paid("2700.00 EUR", daysAgo(0)).decide();
        assertThat(collectables(decision)).containsExactly("900.00", "1800.00", "0");
        assertAsks(decision.customer(), Map.of("EUR", "2700.00"));
    }

    @Test
    void edge17_aPaidInvoiceIsPaidAlsoWhereItsFeeIsNot() {
        var paid = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(40)
                .done(Action.LATE_CHARGE, 1, daysAgo(10))
                .paid("1000.00 EUR", daysAgo(1));
        assertThat(codes(paid.verdict())).containsExactly(Code.PAID);
        // The fee is not forgotten in silence: once it is invoiced it is owed like anything else.
        assertThat(paid.owing("40.00 EUR").daysLate(6).verdict().invoices()).containsExactly("I2");
    }

    @Test
    void edge19_aLateChargeIsMadeOnceHoweverOftenTheJobRuns() {
        var charging = Policies.tiny("$i : Invoice( daysOverdue > 5 ) -> propose( $i, LATE_CHARGE, \"late\" );");
        var customer = aCustomer().owing("1000.00 EUR").under(charging);
        customer.confirming(customer.verdict(), daysAgo(0));
        for (int day = 0; day < 60; day++) {
            var verdict = customer.asOf(inDays(day)).verdict();
            assertThat(verdict.action()).as("day %d", day).isEqualTo(Action.NO_ACTION);
            assertThat(codes(verdict)).contains(Code.ALREADY_DONE);
        }
    }

    @Test
    void edge20_nobodyIsRemindedOfACent() {
        for (var rest : List.of("0.10 EUR", "24.99 EUR")) {
            assertThat(aCustomer().owing(rest).verdict().action()).isEqualTo(Action.NO_ACTION);
        }
        assertThat(aCustomer().owing("25.00 EUR").verdict().action()).isEqualTo(Action.REMINDER);
    }

    @Test
    void edge20_aThresholdIsConvertedIntoTheCurrencyOfTheInvoice() {
        // 25 EUR are 27.50 USD and 21.25 GBP.
        assertThat(aCustomer().owing("27.49 USD").verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(aCustomer().owing("27.50 USD").verdict().action()).isEqualTo(Action.REMINDER);
        assertThat(aCustomer().owing("21.24 GBP").verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(aCustomer().owing("21.25 GBP").verdict().action()).isEqualTo(Action.REMINDER);
    }

    @Test
    void edge21_amountsOfTwoCurrenciesAreNeverAdded() {
        var decision = aCustomer()
                .owing("1000.00 EUR")
                .owing("2000.00 USD")
                .owing("30.00 USD")
                .under(CHASING)
                .decide();
        assertAsks(decision.customer(), Map.of("EUR", "1000.00", "USD", "2030.00"));
        var counting =
                Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, CALL, \"{customer.overdueTotal}\" );");
        var reason =
                aCustomer().owing("10.00 USD").owing("7.00 EUR").under(counting).verdict();
        assertThat(reason.reasons().get(0).text()).isEqualTo("10.00 USD");
    }

    private static Situation threePartlyPaid() {
        return aCustomer()
                .owing("1000.00 EUR")
                .paid("100.00 EUR", daysAgo(4))
                .owing("2000.00 EUR")
                .paid("200.00 EUR", daysAgo(4))
                .owing("3000.00 EUR")
                .paid("300.00 EUR", daysAgo(4))
                .under(CHASING);
    }

    private static List<String> collectables(Decision decision) {
        return decision.invoices().stream()
                .map(i -> i.collectable().toPlainString())
                .toList();
    }

    private static void assertAsks(Verdict verdict, Map<String, String> expected) {
        assertThat(verdict.asks().keySet()).isEqualTo(expected.keySet());
        expected.forEach((currency, amount) ->
                assertThat(verdict.asks().get(currency)).isEqualByComparingTo(new BigDecimal(amount)));
    }

    private static List<Code> codes(Verdict verdict) {
        return verdict.blockers().stream().map(blocker -> blocker.code()).toList();
    }
}
