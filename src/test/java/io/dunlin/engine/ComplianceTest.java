package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Decision.LostBecause;
import io.dunlin.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Edge cases 39 and 40, and the promise behind them: whatever a strategy wants, the guard has the last word. */
class ComplianceTest {
    /** A strategy nobody should write. */
    private static final String[] RUTHLESS = {
        "$i : Invoice( daysOverdue > 0 ) -> propose( $i, AGENCY_REFERRAL, \"at once\" );",
    };

    @Test
    void edge39_ofAnUnknownDebtorSomebodyFindsOutWhoItIsFirst() {
        var verdict =
                written().being(DebtorType.UNKNOWN).under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.CONFIRM_BILLING_CONTACT);
        assertThat(verdict.blockers()).extracting(b -> b.rule()).contains("G20");
    }

    @Test
    void edge39_aSoleTraderIsTreatedAsAPrivatePerson() {
        var verdict =
                written().being(DebtorType.SOLE_TRADER).under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.AGENCY_REFERRAL);
        assertThat(verdict.approval()).isEqualTo(Role.LEGAL);
        assertThat(verdict.reasons()).extracting(r -> r.rule()).contains("G21");
    }

    @Test
    void edge39_aPublicBodyIsNotSentToAnAgency() {
        var verdict =
                written().being(DebtorType.PUBLIC_BODY).under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.SALES_INVOLVEMENT);
    }

    @Test
    void edge40_theLumpSumNeedsNoReminderFirst() {
        var charging = guarded("$i : Invoice( daysOverdue > 0 ) -> propose( $i, LATE_CHARGE, \"40 EUR\" );");
        assertThat(aCustomer().owing("1000.00 EUR").under(charging).verdict().action())
                .isEqualTo(Action.LATE_CHARGE);
        // Once charged in writing it is a written claim, on which severe steps may rest.
        var charged = aCustomer()
                .owing("1000.00 EUR")
                .done(Action.LATE_CHARGE, 1, daysAgo(15))
                .under(guarded(RUTHLESS));
        assertThat(charged.verdict().action()).isEqualTo(Action.AGENCY_REFERRAL);
    }

    @Test
    void nothingSevereHappensBeforeAnythingWasPutInWriting() {
        var verdict = aCustomer().owing("1000.00 EUR").under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers()).extracting(b -> b.rule()).contains("G32");
    }

    @Test
    void anInsolventCustomerIsNeitherContactedNorAsked() {
        var verdict = written().insolvent().under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers()).extracting(b -> b.rule()).contains("G10");
    }

    @Test
    void whoMustNotBeContactedIsLeftAlone() {
        var verdict = written().notToBeContacted().under(guarded(RUTHLESS)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers()).extracting(b -> b.rule()).contains("G12");
    }

    @Test
    void bankDataOlderThanAWeekendStopsEveryClaim() {
        var customer = aCustomer().owing("80.00 EUR").daysLate(6);
        assertThat(customer.bankDataOld(3).verdict().action()).isEqualTo(Action.REMINDER);
        assertThat(customer.bankDataOld(4).verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void nothingSevereHappensToAnInvoiceThatIsPartlyInQuestion() {
        var disputed = written()
                .disputed("10.00 EUR", daysAgo(5), null)
                .under(guarded(RUTHLESS))
                .verdict();
        assertThat(disputed.blockers()).extracting(b -> b.rule()).contains("G31");
        var deducting = written()
                .deducting("10.00 EUR", daysAgo(5))
                .under(guarded(RUTHLESS))
                .verdict();
        assertThat(deducting.blockers()).extracting(b -> b.rule()).contains("G31");
    }

    @Test
    void aGuardRuleThatWouldHardenIsAVeto() {
        var hardening = new Decider(
                Policies.tinyStrategy("$i : Invoice( daysOverdue > 0 ) -> propose( $i, REMINDER, \"late\" );"),
                Policies.guard("$o : Outcome( action == REMINDER ) -> soften( $o, LAWSUIT, \"oops\" );"));
        var verdict = aCustomer().owing("1000.00 EUR").under(hardening).verdictOn("I1");
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.runnersUp()).extracting(r -> r.lostBecause()).containsExactly(LostBecause.VETOED);
    }

    @Test
    void twoStepsObjectedToInTheSameWordsAreOneBlocker() {
        var forbidding = new Decider(
                Policies.tinyStrategy(
                        "$i : Invoice( daysOverdue > 0 ) -> propose( $i, REMINDER, \"late\" );",
                        "$i : Invoice( daysOverdue > 0 ) -> propose( $i, CALL, \"late\" );"),
                Policies.guard("$o : Outcome( contact == true ) -> veto( $o, LEGAL, \"never\" );"));
        var verdict = aCustomer().owing("1000.00 EUR").under(forbidding).verdictOn("I1");
        assertThat(verdict.runnersUp()).hasSize(2).allMatch(lost -> lost.lostBecause() == LostBecause.VETOED);
        assertThat(verdict.blockers()).extracting(b -> b.code()).containsExactly(Code.GUARD);
    }

    @Test
    void whatMovesUpWhenAContactIsFoldedIsShownToTheGuardToo() {
        var forbidding = new Decider(
                Policies.tinyStrategy(
                        "$i : Invoice( daysOverdue > 0 ) -> propose( $i, AGENCY_REFERRAL, \"late\" );",
                        "$i : Invoice( daysOverdue > 0 ) -> propose( $i, CREDIT_HOLD, \"late\" );"),
                Policies.guard("$o : Outcome( action == CREDIT_HOLD ) -> veto( $o, CREDIT, \"never\" );"));
        var decision = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(30)
                .owing("50.00 EUR")
                .under(forbidding)
                .decide();
        assertThat(decision.customer().action()).isEqualTo(Action.AGENCY_REFERRAL);
        var folded = decision.invoices().get(1).verdict();
        assertThat(folded.action()).isEqualTo(Action.NO_ACTION);
        assertThat(folded.blockers()).extracting(b -> b.code()).contains(Code.GUARD, Code.ONE_CONTACT_PER_CUSTOMER);
    }

    @Test
    void aSoftenedStepDoesNotPushAsideWhatRanksBetween() {
        var calling = new String[] {
            RUTHLESS[0], "$i : Invoice( collectable > 0 ) -> propose( $i, CALL, \"late\" );",
        };
        var unknown = written().being(DebtorType.UNKNOWN).under(guarded(calling));
        assertThat(unknown.verdict().action()).isEqualTo(Action.CALL);
        assertThat(unknown.verdict().runnersUp())
                .filteredOn(r -> r.action() == Action.CONFIRM_BILLING_CONTACT)
                .extracting(r -> r.lostBecause())
                .containsExactly(LostBecause.OUTRANKED);
    }

    @Test
    void whoTheDebtorIsIsAskedOnceForAnInvoice() {
        var asked = written()
                .being(DebtorType.UNKNOWN)
                .done(Action.CONFIRM_BILLING_CONTACT, 1, daysAgo(15))
                .under(guarded(RUTHLESS))
                .verdict();
        assertThat(asked.action()).isEqualTo(Action.NO_ACTION);
        assertThat(asked.blockers()).extracting(b -> b.rule()).containsExactly("G23");
    }

    @Test
    void theGuardIsAskedAboutInvoicesThatAreOnlyMentionedToo() {
        var calling = Policies.tinyStrategy(
                "$i : Invoice( daysOverdue > 25, collectable > 0 ) -> propose( $i, CALL, \"late\" );");
        var mentioned = twoInvoices().under(new Decider(calling, Policies.guard()));
        assertThat(mentioned.verdict().invoices()).containsExactly("I1", "I2");
        var forbidding = Policies.guard(
                "$o : Outcome( action == CALL, invoice.daysOverdue < 25 ) -> veto( $o, CREDIT, \"too little\" );");
        assertThat(mentioned.under(new Decider(calling, forbidding)).verdict().invoices())
                .containsExactly("I1");
    }

    @Test
    void anInvoiceWhoseSevereStepWasForbiddenIsMentionedLikeOneThatNeverGotThatFar() {
        var steps = Policies.tinyStrategy(
                "$i : Invoice( daysOverdue > 25, collectable > 0 ) -> propose( $i, CALL, \"late\" );",
                "$i : Invoice( daysOverdue < 25, collectable > 0 ) -> propose( $i, LAWSUIT, \"small\" );");
        var forbidding = Policies.guard("$o : Outcome( action == LAWSUIT ) -> veto( $o, LEGAL, \"never\" );");
        assertThat(twoInvoices().under(new Decider(steps, forbidding)).verdict().invoices())
                .containsExactly("I1", "I2");
    }

    private static Situation twoInvoices() {
        return aCustomer().owing("1000.00 EUR").daysLate(30).owing("50.00 EUR").daysLate(20);
    }

    private static Situation written() {
        return aCustomer().owing("1000.00 EUR").daysLate(60).reminded(3, daysAgo(20));
    }

    private static Decider guarded(String... rules) {
        return new Decider(Policies.tinyStrategy(rules), Policies.compiled("guard"));
    }
}
