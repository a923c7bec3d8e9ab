package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunlin.book.AsOf;
import io.dunlin.book.Contact.Result;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edge case 26: a customer who is paid for by another, and customers of one group. Left alone this one is called. */
class GroupTest {
    private static final Decider TELLING = Policies.tiny(
            "$i : Invoice( daysOverdue > 0, customer.payer != null ) -> propose( $i, REMINDER, \"{customer.payer} {customer.payerDaysOverdue} {customer.payerOverdueTotal}\" );");

    @Test
    void edge26_whoPaysItselfIsJudgedOnItsOwnStateAlone() {
        var verdict = child().verdict();
        assertThat(verdict.action()).isEqualTo(Action.CALL);
        assertThat(child().decide().tasks()).extracting(Verdict::action).doesNotContain(Action.CREDIT_REVIEW);
    }

    @Test
    void edge26_whoIsPaidForIsJudgedOnThePayersStateAsWell() {
        var mirrored = child().paidFor(parent().owing("5000.00 EUR").daysLate(60));
        assertThat(mirrored.verdictOn("I1").action()).isEqualTo(Action.CREDIT_HOLD);
        assertThat(mirrored.verdictOn("I1").reasons()).extracting(r -> r.rule()).startsWith("E22");
        assertThat(mirrored.verdictOn("I1").reasons().get(0).text())
                .contains("P1, who pays for Muster GmbH, is 60 days late itself");
    }

    @Test
    void edge26_aPayerWhoOwesNothingChangesNothing() {
        var clear = child().paidFor(parent().owing("5000.00 EUR").daysLate(60).paid("5000.00 EUR", daysAgo(1)));
        assertThat(clear.verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void edge26_creditStaffHearOfALatePayerThoughTheChildIsClear() {
        var clear = aCustomer()
                .owing("900.00 EUR", inDays(20))
                .paidFor(parent().owing("5000.00 EUR").daysLate(31));
        assertThat(clear.decide().tasks()).extracting(Verdict::action).containsExactly(Action.CREDIT_REVIEW);
        var inTime = aCustomer()
                .owing("900.00 EUR", inDays(20))
                .paidFor(parent().owing("5000.00 EUR").daysLate(30));
        assertThat(inTime.decide().tasks()).isEmpty();
    }

    @Test
    void edge26_theGuardLooksAtThePayerToo() {
        assertThat(child().paidFor(parent().insolvent()).verdict().blockers())
                .extracting(Blocker::rule)
                .contains("G13");
        assertThat(child().paidFor(parent().notToBeContacted()).verdict().blockers())
                .extracting(Blocker::rule)
                .contains("G14");
        assertThat(child().paidFor(parent()).verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void edge26_whatThePayerOwesInAnotherCurrencyCountsByItsDaysAndIsNeverAdded() {
        var both = child().under(TELLING)
                .paidFor(parent().owing("700.00 EUR")
                        .daysLate(10)
                        .owing("900.00 USD")
                        .daysLate(50));
        assertThat(both.verdict().reasons().get(0).text()).isEqualTo("P1 50 700.00 EUR");
    }

    @Test
    void edge26_aPayerOfWhomNothingElseIsKnownIsNamedAndNotTakenForClear() {
        var named = child().paidFor(parent().owing("5000.00 EUR")).under(TELLING);
        var account = named.account();
        var alone = new io.dunlin.book.AccountDraft()
                .customer(account.customer())
                .invoices(account.invoices().get(0))
                .account();
        var reasons = TELLING.decide(alone, named.book()).customer().reasons();
        assertThat(reasons.get(0).text()).isEqualTo("P1 none none");
    }

    @Test
    void edge26_quietDaysAreSharedWithinTheGroup() {
        var sister = child().sisterContacted(Channel.PHONE, Result.ANSWERED, daysAgo(1));
        assertThat(sister.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(sister.verdict().blockers())
                .extracting(Blocker::code, Blocker::scope, Blocker::until)
                .contains(tuple(Code.QUIET_DAYS, Scope.GROUP, inDays(2)));
        assertThat(sister.asOf(inDays(3)).verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void edge26_aContactWithThePayerIsOneWithTheGroup() {
        var payer = parent().contacted(Channel.EMAIL, Result.DONE, daysAgo(2));
        assertThat(codes(child().paidFor(payer).verdict())).contains(Code.QUIET_DAYS);
    }

    @Test
    void edge26_whatNeverReachedTheSisterOrWasInsideWorkDisturbsNobody() {
        assertThat(child().sisterContacted(Channel.PHONE, Result.UNDELIVERABLE, daysAgo(1))
                        .verdict()
                        .action())
                .isEqualTo(Action.CALL);
        assertThat(child().sisterContacted(Channel.INTERNAL, Result.DONE, daysAgo(1))
                        .verdict()
                        .action())
                .isEqualTo(Action.CALL);
    }

    @Test
    void edge26_contactsOfAllMembersCountTogether() {
        var busy = child().sisterContacted(Channel.PHONE, Result.ANSWERED, daysAgo(6))
                .contacted(Channel.PHONE, Result.NO_ANSWER, daysAgo(5));
        assertThat(busy.verdict().blockers())
                .extracting(Blocker::code, Blocker::scope)
                .contains(tuple(Code.CONTACT_LIMIT, Scope.GROUP));
        assertThat(busy.asOf(inDays(1)).verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void theGroupIsKnownAsOfTheDayAndReplayedWithTheDecision() {
        var mirrored = child().paidFor(
                        parent().owing("5000.00 EUR").daysLate(60).paid("5000.00 EUR", inDays(3)))
                .sisterContacted(Channel.PHONE, Result.ANSWERED, inDays(1));
        var known = AsOf.known(mirrored.account(), mirrored.book().asOf());
        assertThat(known.payer().payments()).isEmpty();
        assertThat(known.groupContacts()).isEmpty();
        var stored =
                Snapshot.read(Snapshot.of(mirrored.account(), mirrored.book()).json());
        assertThat(mirrored.decider().decide(stored.account(), stored.book())).isEqualTo(mirrored.decide());
    }

    @Test
    void theDayThePayerBecomesTooLateIsKnownAhead() {
        var soon = aCustomer()
                .owing("900.00 EUR", inDays(200))
                .paidFor(parent().owing("5000.00 EUR").daysLate(29));
        var decision = NextEvaluation.of(soon.decider(), soon.account(), soon.book(), soon.decide());
        assertThat(decision.customer().nextEvaluation()).isEqualTo(inDays(2));
    }

    private static Situation child() {
        return aCustomer().owing("1000.00 EUR");
    }

    private static Situation parent() {
        return aCustomer();
    }

    private static List<Code> codes(Verdict verdict) {
        return verdict.blockers().stream().map(Blocker::code).toList();
    }
}
