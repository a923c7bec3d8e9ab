package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
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
    void aSecondDisputeOverWhatIsDisputedAlreadyKeepsItsAmount() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .disputed(null, daysAgo(9), null)
                .disputed("400.00 EUR", daysAgo(3), null)
                .under(CHASING)
                .decide()
                .invoices()
                .get(0)
                .verdict();
        assertThat(verdict.blockers())
                .extracting(blocker -> blocker.text())
                .containsExactly(
                        "1,000.00 EUR disputed since " + daysAgo(9) + ": quality, sales to resolve it",
                        "400.00 EUR disputed since " + daysAgo(3) + ": quality, sales to resolve it; withheld already");
        assertThat(verdict.blockers().get(1).amount()).isZero();
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
    void edge17_aLumpSumIsGivenUpOnceItsInvoiceIsPaidAndCreditStaffSeeIt() {
        var verdict = charged(1)
                .paid("1000.00 EUR", daysAgo(1))
                .owing("40.00 EUR")
                .chargedFor("I1", 1)
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.WRITE_OFF);
        assertThat(verdict.approval()).isEqualTo(Role.CREDIT);
        assertThat(verdict.reasons()).extracting(r -> r.rule()).startsWith("W14");
    }

    @Test
    void edge17_interestIsStillOwedOnceItsInvoiceIsPaid() {
        var verdict = charged(2)
                .paid("1000.00 EUR", daysAgo(1))
                .owing("40.00 EUR")
                .chargedFor("I1", 2)
                .verdict();
        assertThat(verdict.action()).isNotEqualTo(Action.WRITE_OFF);
        assertThat(verdict.asks().get("EUR")).isEqualByComparingTo("40");
    }

    @Test
    void edge17_whileItsInvoiceIsOpenALumpSumIsOwed() {
        var open = charged(1).owing("40.00 EUR").daysLate(6).chargedFor("I1", 1);
        assertThat(open.verdict().asks().get("EUR")).isEqualByComparingTo("1040");
    }

    @Test
    void edge17_whatIsAboutToBeGivenUpIsNotAskedForBesideSomethingElse() {
        var verdict = charged(1)
                .paid("1000.00 EUR", daysAgo(1))
                .owing("40.00 EUR")
                .chargedFor("I1", 1)
                .owing("500.00 EUR")
                .verdict();
        assertThat(verdict.invoices()).containsExactly("I3");
    }

    @Test
    void edge17_thereIsNoChargeForACharge() {
        var charging = new Decider(
                Policies.tinyStrategy("$i : Invoice( daysOverdue > 5 ) -> propose( $i, LATE_CHARGE, \"late\" );"),
                Policies.compiled("guard"));
        var charge = aCustomer()
                .owing("1000.00 EUR")
                .paid("1000.00 EUR", daysAgo(1))
                .owing("400.00 EUR")
                .chargedFor("I1", 2)
                .under(charging);
        assertThat(charge.verdict().blockers()).extracting(b -> b.rule()).contains("G34");
    }

    @Test
    void edge17_aFeePaidLateMakesNobodyALatePayer() {
        var telling = Policies.tiny(
                "$i : Invoice( daysOverdue > 0 ) -> propose( $i, REMINDER, \"{customer.settledInvoices}\" );");
        var paidFee = charged(1)
                .owing("40.00 EUR")
                .chargedFor("I1", 1)
                .paid("40.00 EUR", daysAgo(1))
                .under(telling);
        assertThat(paidFee.verdict().reasons().get(0).text()).isEqualTo("0");
    }

    private static Situation charged(int level) {
        return aCustomer().owing("1000.00 EUR").daysLate(40).done(Action.LATE_CHARGE, level, daysAgo(10));
    }

    @Test
    void edge13_anAnnouncedPaymentWithoutAnInvoiceWithholdsFromTheOldest() {
        var announced = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(30)
                .owing("1000.00 EUR")
                .daysLate(20)
                .payingOnAccount("1200.00 EUR", daysAgo(1));
        assertThat(collectables(announced.decide())).containsExactly("0.00", "800.00");
        assertThat(codes(announced.verdictOn("I1"))).contains(Code.IN_TRANSIT);
        assertThat(announced.decide().invoices().get(1).verdict().blockers())
                .filteredOn(b -> b.code() == Code.IN_TRANSIT)
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.amount()).isEqualByComparingTo("200");
                    assertThat(b.until()).isEqualTo(inDays(4));
                });
        // It is waited for, but not for ever; and it is no cash that anybody could allocate.
        assertThat(collectables(announced.asOf(inDays(5)).decide())).containsExactly("1000.00", "1000.00");
        assertThat(announced.asOf(daysAgo(0)).decide().tasks()).isEmpty();
    }

    @Test
    void edge13_anAnnouncedPaymentIsMoneyFromTheDayItIsBooked() {
        var a = aCustomer().owing("1000.00 EUR").paying("1000.00 EUR", daysAgo(9));
        var p = a.account().payments().get(0);
        var booked = new io.dunlin.book.Payment(
                p.id(), "C1", "I1", p.on(), p.amount(), "EUR", p.state(), null, daysAgo(2), null);
        var draft =
                io.dunlin.book.AccountDraft.of(aCustomer().owing("1000.00 EUR").account());
        var account = draft.payments(booked).account();
        assertThat(codes(a.decider().decide(account, a.book()).customer())).containsExactly(Code.PAID);
        var before = a.decider().decide(account, a.book().at(daysAgo(5)));
        assertThat(before.invoices().get(0).balance()).isEqualByComparingTo("1000");
        assertThat(codes(before.customer())).contains(Code.IN_TRANSIT);
    }

    @Test
    void edge13_moneyIsUnmatchedUntilTheDayItFindsItsInvoice() {
        var a = aCustomer().owing("1000.00 EUR");
        var matched = new io.dunlin.book.Payment(
                "P", "C1", "I1", daysAgo(9), new java.math.BigDecimal("1000.00"), "EUR", null, null, null, daysAgo(2));
        var account =
                io.dunlin.book.AccountDraft.of(a.account()).payments(matched).account();
        assertThat(codes(a.decider().decide(account, a.book()).customer())).containsExactly(Code.PAID);
        var before = a.decider().decide(account, a.book().at(daysAgo(3)));
        assertThat(before.tasks()).extracting(t -> t.action()).contains(Action.ALLOCATE_CASH);
    }

    @Test
    void aDisputeWithoutAReasonIsToldWithoutOne() {
        var account = aCustomer().owing("1000.00 EUR").account();
        var silent = new io.dunlin.book.Dispute("D", "I1", daysAgo(3), null, null, null, null);
        var told = aCustomer()
                .decider()
                .decide(
                        io.dunlin.book.AccountDraft.of(account).disputes(silent).account(),
                        aCustomer().book());
        assertThat(told.invoices().get(0).verdict().blockers())
                .extracting(b -> b.text())
                .contains("1,000.00 EUR disputed since " + daysAgo(3));
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
