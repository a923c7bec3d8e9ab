package io.dunlin.engine;

import static io.dunlin.engine.Situation.TODAY;
import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Contact.Result;
import io.dunlin.book.Contact.Step;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision.Verdict;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edge cases 1 to 12: when a step is due, and that no step is skipped, lost or sent on the wrong day. */
class TimingAndLadderTest {
    private static final Decider EAGER = Policies.tiny(
            "$i : Invoice( daysOverdue >= 0, reminderLevel == 0 ) -> propose( $i, REMINDER, \"{due}\" );");

    @Test
    void edge1_whenTheOldestInvoiceIsPaidTheNextOneStartsItsOwnLadder() {
        var both = aCustomer()
                .owing("3000.00 EUR")
                .daysLate(60)
                .reminded(1, daysAgo(50))
                .reminded(2, daysAgo(40))
                .reminded(3, daysAgo(30))
                .owing("700.00 EUR")
                .daysLate(12);
        assertThat(both.verdictOn("I1").action()).isEqualTo(Action.CREDIT_HOLD);
        var paid = aCustomer()
                .owing("3000.00 EUR")
                .daysLate(60)
                .reminded(1, daysAgo(50))
                .reminded(2, daysAgo(40))
                .reminded(3, daysAgo(30))
                .paid("3000.00 EUR", daysAgo(1))
                .owing("700.00 EUR")
                .daysLate(12);
        assertIsReminder(paid.verdict(), 1, "I2");
    }

    @Test
    void edge2_anInvoiceReleasedFromDisputeLateStartsWithTheGentleReminder() {
        var released = aCustomer().owing("1000.00 EUR").daysLate(80).disputed(null, daysAgo(75), daysAgo(1));
        // So late the standard strategy speaks to the customer first; then it writes, and begins at the beginning.
        assertThat(released.verdict().action()).isEqualTo(Action.CALL);
        assertIsReminder(released.done(Action.CALL, 1, daysAgo(6)).verdict(), 1, "I1");
    }

    @Test
    void edge3_aStepIsSkippedOnlyWhereTheStrategySaysSo() {
        var late = aCustomer()
                .owing("1000.00 EUR")
                .daysLate(200)
                .reminded(1, daysAgo(100))
                .done(Action.CALL, 1, daysAgo(50))
                .done(Action.LATE_CHARGE, 1, daysAgo(40));
        assertIsReminder(late.verdict(), 2, "I1");
        var skipping = Policies.tiny(
                "$i : Invoice( daysOverdue > 10, reminderLevel == 1 ) -> propose( $i, REMINDER, 2, \"next\" );",
                "$i : Invoice( daysOverdue > 100, reminderLevel < 3 ) -> propose( $i, REMINDER, 3, \"very late\" );");
        assertIsReminder(late.under(skipping).verdict(), 3, "I1");
    }

    @Test
    void edge4_aRecommendationThatWasNotCarriedOutAdvancesNothing() {
        var customer = aCustomer().owing("80.00 EUR").daysLate(7);
        assertIsReminder(customer.verdict(), 1, "I1");
        assertIsReminder(customer.asOf(inDays(28)).verdict(), 1, "I1");
    }

    @Test
    void edge4_anAttemptThatFailedAdvancesNothing() {
        for (var failed : new Result[] {Result.NO_ANSWER, Result.UNDELIVERABLE}) {
            var tried = aCustomer()
                    .owing("1000.00 EUR")
                    .daysLate(13)
                    .contacted(Channel.EMAIL, failed, daysAgo(6), new Step("I1", Action.REMINDER, 1));
            assertIsReminder(tried.verdict(), 1, "I1");
        }
        var arrived = aCustomer().owing("1000.00 EUR").daysLate(13).reminded(1, daysAgo(8));
        assertIsReminder(arrived.verdict(), 2, "I1");
    }

    @Test
    void edge5_aMissedNightLosesNobody() {
        var due = daysAgo(5);
        // Too little for a call, which would come between.
        var customer = aCustomer().owing("80.00 EUR").due(due);
        IntStream.rangeClosed(5, 40)
                .mapToObj(due::plusDays)
                .filter(day -> WorkingDays.isWorking("DE", day))
                .forEach(day -> assertIsReminder(customer.asOf(day).verdict(), 1, "I1"));
    }

    @Test
    void edge5_aStepBeforeTheDueDateIsTakenInItsDaysOnly() {
        var customer = aCustomer().owing("20000.00 EUR").due(inDays(9));
        // Today is a Tuesday: 9 and 8 days before are too early, from 7 days before every working day will do.
        assertThat(customer.verdict().action()).isNotEqualTo(Action.PRE_DUE_CONTACT);
        assertThat(customer.asOf(inDays(1)).verdict().action()).isNotEqualTo(Action.PRE_DUE_CONTACT);
        for (int day : new int[] {2, 3, 6, 7, 8}) {
            assertThat(customer.asOf(inDays(day)).verdict().action()).isEqualTo(Action.PRE_DUE_CONTACT);
        }
        assertThat(customer.asOf(inDays(9)).verdict().action()).isNotEqualTo(Action.PRE_DUE_CONTACT);
    }

    @Test
    void edge6_howeverLongAgoAnInvoiceFellDueItIsStillSeen() {
        assertIsReminder(aCustomer().owing("80.00 EUR").daysLate(2000).verdict(), 1, "I1");
    }

    @Test
    void edge7_rangesOfDaysGiveDifferentTexts() {
        var ranges = Policies.tiny(
                "$i : Invoice( daysOverdue >= 1, daysOverdue <= 3 ) -> propose( $i, REMINDER, 1, \"soon\" );",
                "$i : Invoice( daysOverdue >= 4, daysOverdue <= 12 ) -> propose( $i, REMINDER, 2, \"late\" );",
                "$i : Invoice( daysOverdue > 12 ) -> propose( $i, REMINDER, 3, \"too late\" );");
        var texts = IntStream.of(1, 3, 4, 12, 13, 300)
                .mapToObj(days -> aCustomer()
                        .owing("50.00 EUR")
                        .daysLate(days)
                        .under(ranges)
                        .verdict())
                .map(verdict -> verdict.level() + " " + verdict.reasons().get(0).text());
        assertThat(texts).containsExactly("1 soon", "1 soon", "2 late", "2 late", "3 too late", "3 too late");
    }

    @Test
    void edge8_nobodyIsRemindedOnTheDueDayWhateverTheStrategySays() {
        assertThat(aCustomer()
                        .owing("50.00 EUR")
                        .due(TODAY)
                        .under(EAGER)
                        .verdict()
                        .action())
                .isEqualTo(Action.NO_ACTION);
        assertIsReminder(aCustomer().owing("50.00 EUR").daysLate(1).under(EAGER).verdict(), 1, "I1");
    }

    @Test
    void edge8_aReminderDoesNotCrossWithThePaymentOnItsWay() {
        var announced = aCustomer().owing("80.00 EUR").paying("80.00 EUR", daysAgo(2));
        assertThat(announced.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertThat(codes(announced.verdict())).contains(Code.IN_TRANSIT);
        assertIsReminder(announced.asOf(inDays(6)).verdict(), 1, "I1");
    }

    @Test
    void edge8_timeToReactIsNotCutShortByWorkInsideTheHouse() {
        var calling = Policies.tiny("$i : Invoice( daysOverdue > 5 ) -> propose( $i, CALL, \"late\" );");
        var reminded = aCustomer()
                .owing("1000.00 EUR")
                .reminded(1, daysAgo(6))
                .done(Action.VERIFY_DEDUCTION, 1, daysAgo(1))
                .under(calling);
        assertThat(codes(reminded.verdict())).contains(Code.REACTION_TIME);
        assertThat(reminded.asOf(inDays(1)).verdict().action()).isEqualTo(Action.CALL);
    }

    @Test
    void edge9_anInvoiceWithoutADueDateGoesToAPersonAndIsNotChased() {
        var verdict = aCustomer().owing("1000.00 EUR", null).under(EAGER).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NEEDS_HUMAN);
        assertThat(codes(verdict)).contains(Code.NO_DUE_DATE);
    }

    @Test
    void edge10_theZoneOfTheServerDecidesNothing() {
        var customer = aCustomer().owing("1000.00 EUR").daysLate(13).reminded(1, daysAgo(8));
        var zone = TimeZone.getDefault();
        try {
            // A day apart at every moment, so that a look at the clock would show.
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            var east = customer.decide();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
            assertThat(customer.decide()).isEqualTo(east);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void edge10_aReasonShowsTheInvoicesOwnDueDate() {
        var verdict = aCustomer().owing("50.00 EUR").daysLate(3).under(EAGER).verdict();
        assertThat(verdict.reasons().get(0).text()).isEqualTo(daysAgo(3).toString());
    }

    @Test
    void edge11_aContactWaitsForTheNextWorkingDayOfTheCustomersCountry() {
        var saturday = LocalDate.of(2026, 7, 4);
        var customer = aCustomer().owing("80.00 EUR").due(LocalDate.of(2026, 6, 20));
        var verdict = customer.asOf(saturday).verdict();
        assertThat(verdict.action()).isEqualTo(Action.NO_ACTION);
        assertThat(verdict.blockers())
                .anySatisfy(blocker -> assertThat(blocker.code()).isEqualTo(Code.NON_WORKING_DAY))
                .anySatisfy(blocker -> assertThat(blocker.until()).isEqualTo(saturday.plusDays(1)));
        assertIsReminder(customer.asOf(saturday.plusDays(2)).verdict(), 1, "I1");
    }

    @Test
    void edge11_aPublicHolidayIsOneOnlyWhereItIsKept() {
        var mayDay = LocalDate.of(2026, 5, 1);
        var customer = aCustomer().owing("1000.00 EUR").due(mayDay.minusDays(7)).asOf(mayDay);
        assertThat(customer.verdict().action()).isEqualTo(Action.NO_ACTION);
        assertIsReminder(customer.in("GB").verdict(), 1, "I1");
    }

    @Test
    void edge11_aStepBeforeTheDueDateMovesToTheWorkingDayBefore() {
        var friday = LocalDate.of(2026, 7, 3);
        // Seven days before the due date is Sunday; on Friday it is nine days.
        var customer = aCustomer().owing("20000.00 EUR").due(friday.plusDays(9)).asOf(friday);
        assertThat(customer.verdict().action()).isEqualTo(Action.PRE_DUE_CONTACT);
        assertThat(customer.asOf(friday.minusDays(1)).verdict().action()).isNotEqualTo(Action.PRE_DUE_CONTACT);
    }

    @Test
    void edge12_theDueDateOnTheInvoiceCountsNotTheOneItsTermsWouldGive() {
        var customer = aCustomer().owing("1000.00 EUR").daysLate(6).onTerms("60 days net");
        assertIsReminder(customer.verdict(), 1, "I1");
    }

    private static void assertIsReminder(Verdict verdict, int level, String invoice) {
        assertThat(verdict.action() + " " + verdict.level() + " " + verdict.invoices())
                .isEqualTo("REMINDER " + level + " [" + invoice + "]");
    }

    private static Iterable<Code> codes(Verdict verdict) {
        return verdict.blockers().stream().map(blocker -> blocker.code()).toList();
    }
}
