package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Hold;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Edge cases 23 to 38: who is approached, how often, and what happens where something is missing.
 *
 * <p>Not here: 26 (parent and child accounts), see {@code GroupTest}; 33 (conditions that do nothing), which is about the language, see {@code RefusedFilesTest}; 35 (exempted accounts
 * are looked at first), because an answer must tell every blocker, so nothing is left out, and it takes microseconds.
 */
class WhoAndHowManyTest {
    private static final Decider LADDER = Policies.tiny(
            "$i : Invoice( daysOverdue > 0, reminderLevel == 0 ) -> propose( $i, REMINDER, 1, \"first\" );",
            "$i : Invoice( daysOverdue > 10, reminderLevel == 1 ) -> propose( $i, REMINDER, 2, \"second\" );",
            "$i : Invoice( daysOverdue > 20, reminderLevel == 2 ) -> propose( $i, REMINDER, 3, \"third\" );",
            "$i : Invoice( daysOverdue > 90, reminderLevel == 3 ) -> propose( $i, AGENCY_REFERRAL, \"agency\" );",
            "$i : Invoice( !delivered ) -> propose( $i, RESEND_INVOICE, \"not there\" );");

    @Test
    void edge23_manyInvoicesAtDifferentLevelsAreOneContactAtTheHighest() {
        var decision = threeLevels().decide();
        assertThat(decision.customer().action()).isEqualTo(Action.REMINDER);
        assertThat(decision.customer().level()).isEqualTo(3);
        assertThat(decision.customer().invoices()).containsExactly("I1", "I2", "I3");
        // Each climbs its own ladder by it.
        assertThat(decision.customer().steps())
                .extracting(s -> s.invoice() + " " + s.level())
                .containsExactly("I1 3", "I2 2", "I3 1");
        var contacts =
                decision.invoices().stream().filter(i -> i.verdict().channel().reachesCustomer());
        assertThat(contacts).extracting(i -> i.id()).containsExactly("I1");
        assertThat(codes(decision.invoices().get(1).verdict())).contains(Code.ONE_CONTACT_PER_CUSTOMER);
    }

    @Test
    void edge23_whenTheHighestIsPaidTheLevelFallsBackToTheRest() {
        var verdict = threeLevels().paidOnAccount("0.00 EUR", daysAgo(1)).verdict();
        assertThat(verdict.level()).isEqualTo(3);
        var paid = aCustomer()
                .owing("100.00 EUR")
                .daysLate(60)
                .reminded(1, daysAgo(40))
                .reminded(2, daysAgo(20))
                .paid("100.00 EUR", daysAgo(1))
                .owing("200.00 EUR")
                .daysLate(30)
                .under(LADDER)
                .verdict();
        assertThat(paid.level()).isEqualTo(1);
        assertThat(paid.invoices()).containsExactly("I2");
    }

    @Test
    void edge24_aDisputedInvoiceIsLeftOutAndTheOthersAreReminded() {
        var customer = oneOfTwoDisputed();
        assertThat(customer.verdict().invoices()).containsExactly("I1");
        assertThat(codes(customer.verdictOn("I2"))).contains(Code.DISPUTED);
    }

    @Test
    void edge24_whatWasSentAboutTheOthersDoesNotCountForTheDisputedOne() {
        var customer = oneOfTwoDisputed();
        customer.confirming(customer.verdict(), daysAgo(0));
        var released = customer.asOf(inDays(20)).verdict();
        assertThat(released.steps())
                .extracting(s -> s.invoice() + " " + s.level())
                .containsExactly("I1 2", "I2 1");
    }

    @Test
    void edge24_aPartlyDisputedInvoiceIsAskedForTheRest() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .disputed("400.00 EUR", daysAgo(5), null)
                .under(LADDER)
                .verdict();
        assertThat(verdict.asks().get("EUR")).isEqualByComparingTo("600");
    }

    @Test
    void edge25_aHoldOnTheOnlyCustomerOrInvoiceHolds() {
        var wholly =
                aCustomer().owing("1000.00 EUR").heldAsAWholeUntil(inDays(3)).under(LADDER);
        assertThat(wholly.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(wholly.verdict())).contains(Code.HOLD);
        var one = aCustomer().owing("1000.00 EUR").heldUntil(inDays(3)).under(LADDER);
        assertThat(one.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(one.owing("50.00 EUR").verdict().invoices()).containsExactly("I2");
    }

    @Test
    void edge27_aCustomerOfWhomNothingIsKnownIsNotForgotten() {
        var bare = aCustomer().ofWhomWeKnowNothing().owing("1000.00 EUR").daysLate(6);
        assertThat(bare.verdict().action()).isEqualTo(Action.REMINDER);
        assertThat(bare.decide().tasks()).extracting(Verdict::action).contains(Action.ASSIGN_COLLECTOR);
    }

    @Test
    void edge27_unknownBankDataIsOldBankData() {
        var verdict =
                aCustomer().owing("1000.00 EUR").daysLate(6).bankDataOld(null).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers()).extracting(Blocker::rule).contains("G35");
    }

    @Test
    void edge27_anAmountThatCannotBeComparedGoesToAPerson() {
        var verdict =
                aCustomer().owing("1000.00 USD").daysLate(6).withoutRates().verdict();
        assertThat(verdict.action()).isEqualTo(Action.NEEDS_HUMAN);
        assertThat(codes(verdict)).contains(Code.NO_RATE);
    }

    @Test
    void edge27_oneInvoiceWithoutARateDoesNotStopTheOthers() {
        var decision = aCustomer()
                .owing("1000.00 USD")
                .owing("50.00 EUR")
                .withoutRates()
                .decide();
        assertThat(decision.customer().invoices()).containsExactly("I2");
        assertThat(codes(decision.invoices().get(0).verdict())).contains(Code.NO_RATE);
    }

    @Test
    void edge28_aDeadAddressIsReplacedByOneThatWorks() {
        var customer = aCustomer().owing("80.00 EUR").daysLate(6);
        assertThat(customer.verdict().channel()).isEqualTo(Channel.EMAIL);
        assertThat(customer.without(Channel.EMAIL).verdict().channel()).isEqualTo(Channel.LETTER);
    }

    @Test
    void edge28_whereNoAddressWorksAPersonIsAskedInsteadOfWaitingForEver() {
        var verdict = aCustomer()
                .owing("80.00 EUR")
                .daysLate(6)
                .without(Channel.values())
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.NEEDS_HUMAN);
        assertThat(codes(verdict)).contains(Code.NO_CHANNEL);
    }

    @Test
    void edge29_manyWorkersComeToOneDecisionWithOneId() {
        var customer = threeLevels();
        var ids = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> Answer.to(customer.decider(), customer.account(), customer.book()))
                .distinct();
        assertThat(ids).hasSize(1);
    }

    @Test
    void edge29_whatWasConfirmedIsNotDoneTwice() {
        var hourly = Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, LAW_FIRM_LETTER, \"late\" );");
        var customer = aCustomer().owing("1000.00 EUR").under(hourly);
        customer.confirming(customer.verdict(), daysAgo(0));
        var again = customer.verdict();
        assertThat(again.action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(again)).contains(Code.ALREADY_DONE, Code.REACTION_TIME, Code.QUIET_DAYS);
        assertThat(customer.asOf(inDays(100)).verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void edge29_aSecondContactOnTheSameDayIsHeldEvenIfItIgnoresLimits() {
        var letter = Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, LAW_FIRM_LETTER, \"late\" );");
        var customer = aCustomer()
                .owing("1000.00 EUR")
                .contacted(Channel.PHONE, Result.NO_ANSWER, daysAgo(0))
                .under(letter);
        assertThat(customer.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(customer.verdict())).as("told once").containsOnlyOnce(Code.QUIET_DAYS);
        assertThat(customer.asOf(inDays(1)).verdict().action()).isEqualTo(Action.LAW_FIRM_LETTER);
    }

    @Test
    void edge30_aStepDoneByHandCountsAsTheStep() {
        // reminded() writes a contact without a decision, as a person does who did not wait for us.
        var byHand = aCustomer()
                .owing("80.00 EUR")
                .daysLate(13)
                .reminded(1, daysAgo(8))
                .verdict();
        assertThat(byHand.level()).isEqualTo(2);
        var justNow = aCustomer()
                .owing("80.00 EUR")
                .daysLate(13)
                .reminded(1, daysAgo(1))
                .verdict();
        assertThat(codes(justNow)).contains(Code.REACTION_TIME, Code.QUIET_DAYS);
    }

    @Test
    void edge31_aVisitIsAContactButNoReminder() {
        var visited = aCustomer().owing("80.00 EUR").daysLate(13).contacted(Channel.VISIT, Result.ANSWERED, daysAgo(1));
        assertThat(codes(visited.verdict())).contains(Code.QUIET_DAYS);
        assertThat(visited.asOf(inDays(6)).verdict().level()).isEqualTo(1);
    }

    @Test
    void edge32_withAnAgencyTheInvoiceHasLeftTheOrdinaryLadder() {
        var calling = Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, CALL, \"late\" );");
        var agency = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(300)
                .done(Action.AGENCY_REFERRAL, 1, daysAgo(100))
                .under(calling);
        assertThat(agency.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(agency.verdict())).contains(Code.IN_COLLECTION_ELSEWHERE);
    }

    @Test
    void edge32_anInvoiceWithAnAgencyIsNotMentionedWhenAnotherIsReminded() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(300)
                .done(Action.AGENCY_REFERRAL, 1, daysAgo(100))
                .owing("50.00 EUR")
                .under(LADDER)
                .verdict();
        assertThat(verdict.invoices()).containsExactly("I2");
        assertThat(verdict.asks().get("EUR")).isEqualByComparingTo("50");
    }

    @Test
    void edge32_whatEndsTheLadderNeedsSomebodysAgreement() {
        var endless = aCustomer().owing("4.00 EUR").daysLate(40).verdict();
        assertThat(endless.action()).isEqualTo(Action.WRITE_OFF);
        assertThat(endless.approval()).isEqualTo(Role.CREDIT);
        assertThat(aCustomer()
                        .being(DebtorType.COMPANY)
                        .owing("1000.00 EUR")
                        .daysLate(100)
                        .reminded(3, daysAgo(20))
                        .under(LADDER)
                        .verdict()
                        .approval())
                .isEqualTo(Role.LEGAL);
    }

    @Test
    void edge34_graceDaysAndDaysPastDueAreTwoNumbers() {
        var telling = Policies.tiny(
                "$i : Invoice( delinquentDays > 0 ) -> propose( $i, REMINDER, \"{daysOverdue} past due, {delinquentDays} delinquent\" );");
        assertThat(aCustomer()
                        .owing("9.00 EUR")
                        .daysLate(3)
                        .under(telling)
                        .verdict()
                        .action())
                .isEqualTo(Action.NO_ACTION);
        var verdict = aCustomer().owing("9.00 EUR").daysLate(5).under(telling).verdict();
        assertThat(verdict.reasons().get(0).text()).isEqualTo("5 past due, 2 delinquent");
    }

    @Test
    void edge34_aNoAlwaysSaysWhyAndUntilWhen() {
        var notDue = aCustomer().owing("50.00 EUR", inDays(4)).under(LADDER).verdict();
        assertThat(notDue.blockers())
                .extracting(Blocker::code, Blocker::until)
                .contains(org.assertj.core.groups.Tuple.tuple(Code.NOT_DUE, inDays(4)));
        var nothing = aCustomer()
                .owing("50.00 EUR")
                .reminded(3, daysAgo(50))
                .under(LADDER)
                .verdict();
        assertThat(codes(nothing)).containsExactly(Code.NO_RULE);
    }

    @Test
    void edge34_whoOwesNothingIsToldThatEvenOnASunday() {
        var paid = aCustomer().owing("50.00 EUR").paid("50.00 EUR", daysAgo(3)).asOf(inDays(5));
        assertThat(codes(paid.verdict())).containsExactly(Code.PAID);
    }

    @Test
    void edge36_aHoldThatNeverEndsIsNotAccepted() {
        var endless = new Hold("H1", "C1", null, "a favour", daysAgo(1), null, "boss", null);
        var base = aCustomer().owing("1.00 EUR").account();
        var held = new Account(
                base.customer(),
                base.invoices(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(endless),
                null,
                null,
                null);
        assertThat(AccountCheck.of(held)).extracting(f -> f.pointer()).containsExactly("/holds/0/until");
    }

    @Test
    void edge36_aHoldThatEndedLiftsItself() {
        var held = aCustomer().owing("80.00 EUR").daysLate(6).heldUntil(inDays(1));
        assertThat(held.asOf(inDays(1)).verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(held.asOf(inDays(2)).verdict().action()).isEqualTo(Action.REMINDER);
    }

    @Test
    void edge36_aPauseStopsTheClockToo() {
        var telling =
                Policies.tiny("$i : Invoice( daysOverdue > 0 ) -> propose( $i, REMINDER, \"{delinquentDays}\" );");
        // 20 days late, 3 of grace, 9 paused (from 10 days ago to 2 days ago).
        var held = aCustomer().owing("80.00 EUR").heldUntil(daysAgo(2)).under(telling);
        assertThat(held.verdict().reasons().get(0).text()).isEqualTo("8");
    }

    @Test
    void edge37_anInvoiceThatNeverArrivedIsSentAgainNotDunned() {
        var verdict = aCustomer().owing("1000.00 EUR").notDelivered().verdict();
        assertThat(verdict.action()).isEqualTo(Action.RESEND_INVOICE);
        assertThat(verdict.asks()).isEmpty();
    }

    @Test
    void edge37_aComplaintIsWorkForTheHouseNotACaseForDunning() {
        var verdict = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(25)
                .disputed(null, daysAgo(15), null)
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.RESOLVE_DISPUTE);
        assertThat(verdict.owner()).isEqualTo(Role.SALES);
        assertThat(verdict.channel()).isEqualTo(Channel.INTERNAL);
    }

    @Test
    void edge38_whatIsNotInTheCustomersPortalIsNotChased() {
        var portal = aCustomer()
                .preferring(Channel.PORTAL)
                .owing("1000.00 EUR")
                .notDelivered()
                .under(LADDER);
        assertThat(portal.verdict().action()).isEqualTo(Action.RESEND_INVOICE);
        assertThat(portal.verdict().channel()).isEqualTo(Channel.PORTAL);
        assertThat(codes(portal.verdict())).contains(Code.NOT_DELIVERED);
        // Another invoice is reminded without it.
        assertThat(portal.owing("50.00 EUR").verdict().asks().values())
                .allSatisfy(a -> assertThat(a).isEqualByComparingTo("50"));
    }

    private static Situation threeLevels() {
        return aCustomer()
                .owing("100.00 EUR")
                .daysLate(60)
                .reminded(1, daysAgo(40))
                .reminded(2, daysAgo(20))
                .owing("200.00 EUR")
                .daysLate(30)
                .reminded(1, daysAgo(20))
                .owing("300.00 EUR")
                .daysLate(5)
                .under(LADDER);
    }

    private static Situation oneOfTwoDisputed() {
        return aCustomer()
                .owing("1000.00 EUR")
                .owing("500.00 EUR")
                .disputed(null, daysAgo(5), inDays(10))
                .under(LADDER);
    }

    private static List<Code> codes(Verdict verdict) {
        var codes = new ArrayList<Code>();
        verdict.blockers().forEach(blocker -> codes.add(blocker.code()));
        return codes;
    }
}
