package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.book.AccountCheck;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.AsOf;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.ManualOverride;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Decision.LostBecause;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Do this instead, because, until: edge case 30 and S12. Without an order the customer here is called (rule C21). */
class OverrideTest {
    @Test
    void edge30_whatAPersonOrderedIsDoneInsteadAndTheStrategyIsStillHeard() {
        assertThat(called().verdict().action()).isEqualTo(Action.CALL);
        var verdict = called().ordered(Action.REMINDER, inDays(5)).verdict();
        assertThat(verdict.action()).isEqualTo(Action.REMINDER);
        assertThat(verdict.level()).isEqualTo(1);
        assertThat(verdict.runnersUp())
                .extracting(RunnerUp::action, RunnerUp::rule, RunnerUp::lostBecause)
                .contains(tuple(Action.CALL, "C21", LostBecause.OVERRIDDEN));
    }

    @Test
    void theReasonSaysWhoWhyAndUntilWhen() {
        var reason =
                called().ordered(Action.REMINDER, inDays(5)).verdict().reasons().get(0);
        assertThat(reason.rule()).isEqualTo("override O1");
        assertThat(reason.text())
                .isEqualTo("boss ordered REMINDER on 2026-06-27 until 2026-07-05 (GOODWILL): the boss knows them");
    }

    @Test
    void aRuleThatWantsTheSameIsNamedAsWell() {
        var reasons = called().ordered(Action.CALL, inDays(5)).verdict().reasons();
        assertThat(reasons).extracting(r -> r.rule()).containsExactly("override O1", "C21");
    }

    @Test
    void itHoldsFromTheDayItWasMadeToItsLast() {
        var ordered = called().ordered("I1", Action.REMINDER, 1, inDays(1), inDays(2));
        assertThat(ordered.verdict().action()).isEqualTo(Action.CALL);
        assertThat(ordered.asOf(inDays(1)).verdict().action()).isEqualTo(Action.REMINDER);
        assertThat(ordered.asOf(inDays(2)).verdict().action()).isEqualTo(Action.REMINDER);
        assertThat(ordered.asOf(inDays(3)).verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void onceItIsDoneItFallsAwayAndTheStrategyGoesOn() {
        var ordered = called().ordered(Action.REMINDER, inDays(60));
        ordered.confirming(ordered.verdict(), daysAgo(0));
        var later = ordered.asOf(inDays(10)).verdict();
        assertThat(later.action()).isEqualTo(Action.CALL);
        assertThat(later.runnersUp()).extracting(RunnerUp::lostBecause).doesNotContain(LostBecause.OVERRIDDEN);
    }

    @Test
    void aMilderStepDoesNotFulfilIt() {
        var ordered = aCustomer()
                .owing("80.00 EUR")
                .daysLate(40)
                .ordered("I1", Action.REMINDER, 2, daysAgo(20), inDays(20))
                .reminded(1, daysAgo(10));
        assertThat(ordered.verdict().level()).isEqualTo(2);
        assertThat(ordered.verdict().reasons().get(0).rule()).isEqualTo("override O1");
    }

    @Test
    void aStepThatWasDoneBeforeIsDoneAgainWhereSomebodyOrdersIt() {
        var third = Policies.tiny("$i : Invoice( reminderLevel == 2 ) -> propose( $i, REMINDER, 3, \"last\" );");
        var lost = called().reminded(1, daysAgo(30)).reminded(2, daysAgo(20)).under(third);
        assertThat(lost.verdict().level()).isEqualTo(3);
        var again = lost.ordered(Action.REMINDER, inDays(5));
        assertThat(again.verdict().level()).isEqualTo(1);
        again.confirming(again.verdict(), daysAgo(0));
        assertThat(again.asOf(inDays(8)).verdict().level()).isEqualTo(3);
    }

    @Test
    void disputedMoneyIsNotAskedForWhateverAnybodyOrders() {
        var all = called().disputed(null, daysAgo(5), null).ordered(Action.CALL, inDays(5));
        assertThat(all.verdict().channel().reachesCustomer()).isFalse();
        assertThat(all.verdictOn("I1").runnersUp())
                .extracting(RunnerUp::rule, RunnerUp::lostBecause)
                .contains(tuple("override O1", LostBecause.HELD));
        var part = called().disputed("400.00 EUR", daysAgo(5), null).ordered(Action.CALL, inDays(5));
        assertThat(part.verdict().asks().get("EUR")).isEqualByComparingTo("600");
    }

    @Test
    void quietDaysAndPromisesHoldItBack() {
        var quiet =
                called().contacted(Channel.PHONE, Result.NO_ANSWER, daysAgo(1)).ordered(Action.CALL, inDays(5));
        assertThat(quiet.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(quiet.verdict())).contains(Code.QUIET_DAYS);
        var promised = called().promised(null, daysAgo(1), inDays(9)).ordered(Action.CALL, inDays(5));
        assertThat(promised.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(promised.verdict())).contains(Code.PROMISED);
    }

    @Test
    void theGuardHasTheLastWord() {
        var harder = called().ordered(Action.LAW_FIRM_LETTER, inDays(5));
        assertThat(harder.verdictOn("I1").action()).isEqualTo(Action.NO_ACTION);
        assertThat(harder.verdictOn("I1").blockers()).extracting(Blocker::rule).contains("G32");
        var insolvent = called().insolvent().ordered(Action.CALL, inDays(5));
        assertThat(insolvent.verdictOn("I1").blockers())
                .extracting(Blocker::rule)
                .contains("G10");
    }

    @Test
    void aHardStepTheStrategyWouldNotTakeYetNeedsAgreementAllTheSame() {
        var verdict = called().reminded(1, daysAgo(10))
                .ordered(Action.LAW_FIRM_LETTER, inDays(5))
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.LAW_FIRM_LETTER);
        assertThat(verdict.approval()).isEqualTo(Role.LEGAL);
    }

    /** No rule of this strategy goes to court, nor does its ladder know how hard that is. */
    @Test
    void aStepThatIsNotOnTheLadderIsWeighedAndSoftenedAllTheSame() {
        var calling = Policies.tinyStrategy("$i : Invoice( daysOverdue > 0 ) -> propose( $i, CALL, \"late\" );");
        var verdict = called().under(new Decider(calling, Policies.compiled("guard")))
                .being(DebtorType.UNKNOWN)
                .reminded(1, daysAgo(10))
                .ordered(Action.SMALL_CLAIMS, inDays(5))
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.CONFIRM_BILLING_CONTACT);
    }

    @Test
    void leaveThemAloneIsAnOrderToo() {
        var alone = called().orderedAsAWhole(Action.NO_ACTION, inDays(5));
        var verdict = alone.verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers())
                .extracting(Blocker::code, Blocker::scope, Blocker::until, Blocker::rule)
                .contains(tuple(Code.OVERRIDDEN, Scope.CUSTOMER, inDays(5), "override O1"));
        assertThat(alone.verdictOn("I1").runnersUp())
                .extracting(RunnerUp::action, RunnerUp::lostBecause)
                .contains(tuple(Action.CALL, LostBecause.OVERRIDDEN));
    }

    @Test
    void oneInvoiceLeftAloneIsNotMentionedWhenTheOthersAreChased() {
        var verdict = called().ordered(Action.NO_ACTION, inDays(5))
                .owing("500.00 EUR")
                .verdict();
        assertThat(verdict.action()).isEqualTo(Action.CALL);
        assertThat(verdict.invoices()).containsExactly("I2");
    }

    @Test
    void anInvoiceForWhichSomethingMilderWasOrderedIsNotMentionedInTheHarderStep() {
        var decision =
                called().ordered(Action.REMINDER, inDays(5)).owing("500.00 EUR").decide();
        assertThat(decision.customer().action()).isEqualTo(Action.CALL);
        assertThat(decision.customer().invoices()).containsExactly("I2");
        assertThat(codes(decision.invoices().get(0).verdict())).contains(Code.ONE_CONTACT_PER_CUSTOMER);
    }

    @Test
    void anOrderForTheCustomerIsOneContactAboutEveryInvoice() {
        var verdict = called().owing("90.00 EUR")
                .orderedAsAWhole(Action.CALL, inDays(5))
                .verdict();
        assertThat(verdict.steps())
                .extracting(s -> s.invoice() + " " + s.action())
                .containsExactly("I1 CALL", "I2 CALL");
    }

    @Test
    void anOrderAboutAnInvoiceComesBeforeOneAboutItsCustomer() {
        var both = called().orderedAsAWhole(Action.NO_ACTION, inDays(5))
                .ordered(Action.REMINDER, inDays(5))
                .owing("500.00 EUR")
                .decide();
        assertThat(both.customer().action()).isEqualTo(Action.REMINDER);
        assertThat(both.customer().invoices()).containsExactly("I1");
        assertThat(both.invoices().get(1).verdict().action()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void insideWorkOrderedForTheCustomerIsATaskOnceAndTheInvoicesWait() {
        var decision = called().orderedAsAWhole(Action.CREDIT_REVIEW, inDays(5)).decide();
        assertThat(decision.tasks()).extracting(Verdict::action).containsExactly(Action.CREDIT_REVIEW);
        assertThat(decision.tasks().get(0).reasons().get(0).rule()).isEqualTo("override O1");
        assertThat(decision.customer().action()).isEqualTo(Action.CREDIT_REVIEW);
        assertThat(codes(decision.invoices().get(0).verdict())).contains(Code.OVERRIDDEN);
    }

    @Test
    void workInsideTheHouseGoesOnBesideIt() {
        var decision = called().disputed(null, daysAgo(15), null)
                .ordered(Action.NO_ACTION, inDays(5))
                .decide();
        assertThat(decision.customer().action()).isEqualTo(Action.RESOLVE_DISPUTE);
    }

    @Test
    void ofTwoThatOverlapTheNewerHoldsAndIntakeRefusesBoth() {
        var two = called().ordered("I1", Action.REMINDER, 1, daysAgo(3), inDays(5))
                .ordered("I1", Action.NO_ACTION, 1, daysAgo(2), inDays(9));
        assertThat(two.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(AccountCheck.of(two.account()))
                .extracting(f -> f.pointer())
                .containsExactly("/overrides/0/from", "/overrides/1/from");
        assertThat(AccountCheck.of(two.account()).get(0).message()).contains("overlaps override O2");
    }

    @Test
    void oneThatWasCarriedOutIsInNobodysWay() {
        var ordered = called().ordered("I1", Action.REMINDER, 1, daysAgo(9), inDays(50));
        ordered.done(Action.REMINDER, 1, daysAgo(8)).ordered("I1", Action.CALL, 1, daysAgo(8), inDays(9));
        assertThat(AccountCheck.of(ordered.account())).isEmpty();
        assertThat(ordered.verdict().reasons().get(0).rule()).isEqualTo("override O2");
    }

    @Test
    void anOrderWithoutReasonAuthorOrEndIsRefused() {
        var base = called().account();
        var empty = new ManualOverride("O1", "C1", null, Action.CALL, 1, null, " ", null, daysAgo(1), null, null);
        var account = AccountDraft.of(base).overrides(empty).account();
        assertThat(AccountCheck.of(account))
                .extracting(f -> f.pointer())
                .containsExactly("/overrides/0/reason", "/overrides/0/text", "/overrides/0/by", "/overrides/0/until");
    }

    @Test
    void itsEndIsKnownAsTheNextDayToAsk() {
        var alone = called().orderedAsAWhole(Action.NO_ACTION, inDays(6));
        var decision = NextEvaluation.of(alone.decider(), alone.account(), alone.book(), alone.decide());
        // The last day is a Monday.
        assertThat(decision.customer().nextEvaluation()).isEqualTo(inDays(7));
    }

    @Test
    void whyNotNamesTheOrder() {
        var ordered = called().ordered(Action.REMINDER, inDays(5));
        var why = WhyNot.of(ordered.decider(), ordered.account(), ordered.book(), Action.CALL);
        assertThat(why.chosen()).isFalse();
        assertThat(why.lost())
                .extracting(l -> l.runnerUp().lostBecause(), l -> l.runnerUp().text())
                .contains(tuple(
                        LostBecause.OVERRIDDEN,
                        "boss ordered REMINDER on 2026-06-27 until 2026-07-05 (GOODWILL): the boss knows them"));
        assertThat(why.firstDay()).isEqualTo(inDays(6));
    }

    @Test
    void theBookOfAnEarlierDayKnowsNothingOfItAndOneBeforeItWasLiftedKnowsNoEnd() {
        var account = called().ordered(Action.REMINDER, inDays(5)).account();
        assertThat(AsOf.known(account, daysAgo(4)).overrides()).isEmpty();
        var o = account.overrides().get(0);
        var lifted = new ManualOverride(
                o.id(), "C1", "I1", o.action(), 1, o.reason(), o.text(), o.by(), o.from(), o.until(), daysAgo(1));
        var then = AccountDraft.of(called().account()).overrides(lifted).account();
        assertThat(AsOf.known(then, daysAgo(2)).overrides().get(0).liftedOn()).isNull();
        assertThat(called().decider().decide(then, called().book()).customer().action())
                .isEqualTo(Action.CALL);
    }

    @Test
    void aDecisionMadeByOrderIsReplayedExactly() {
        var ordered = called().ordered(Action.REMINDER, inDays(5)).orderedAsAWhole(Action.NO_ACTION, inDays(9));
        var stored =
                Snapshot.read(Snapshot.of(ordered.account(), ordered.book()).json());
        assertThat(ordered.decider().decide(stored.account(), stored.book())).isEqualTo(ordered.decide());
        assertThat(stored.decisionId(ordered.decide()))
                .isNotEqualTo(Snapshot.of(called().account(), called().book()).decisionId(called().decide()));
    }

    @Test
    void aCustomerWithoutANameIsCalledByItsNumber() {
        var nameless = called().account();
        var account = new AccountDraft()
                .customer(io.dunlin.book.Debtor.of("4711", null, "DE"))
                .invoices(new io.dunlin.book.Receivable(
                        "I1",
                        "4711",
                        daysAgo(50),
                        daysAgo(20),
                        nameless.invoices().get(0).amount(),
                        "EUR",
                        null,
                        null,
                        false,
                        null,
                        null))
                .account();
        var decision = called().decider().decide(account, called().book());
        assertThat(decision.tasks())
                .flatExtracting(Verdict::reasons)
                .extracting(r -> r.text())
                .anyMatch(text -> text.startsWith("nobody looks after 4711:"));
    }

    private static Situation called() {
        return aCustomer().owing("1000.00 EUR");
    }

    private static List<Code> codes(Verdict verdict) {
        return verdict.blockers().stream().map(Blocker::code).toList();
    }
}
