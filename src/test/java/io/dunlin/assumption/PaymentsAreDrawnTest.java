package io.dunlin.assumption;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dunlin.assumption.Prospect.Asked;
import io.dunlin.assumption.Prospect.Paid;
import io.dunlin.book.Credit;
import io.dunlin.book.Receivable;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaymentsAreDrawnTest {
    private static final int DRAWS = 1000;
    private static final LocalDate AFTER = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = AFTER.plusDays(60);
    private static final Asked CALL = new Asked(AFTER.plusDays(5), Action.CALL, 1);

    private static Receivable invoice(String id) {
        return Receivable.of(id, "C", AFTER.minusDays(50), AFTER.minusDays(20), new BigDecimal("100.00"), "EUR");
    }

    private static Prospect prospect(Receivable invoice, String assumptions, long seed) throws AssumptionsRefused {
        var odds = new Odds(Stated.assumptions(assumptions), seed).of(null, SizeClass.C);
        return new Prospect(invoice, new Payable(invoice, List.of(), List.of()), odds, AFTER, LAST);
    }

    private static List<List<Paid>> draw(String assumptions, Asked... asked) throws AssumptionsRefused {
        var prospect = prospect(invoice("I"), assumptions, 1);
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> prospect.payments(List.of(asked), draw))
                .toList();
    }

    private static double share(List<List<Paid>> draws) {
        return draws.stream().filter(paid -> !paid.isEmpty()).count() / (double) draws.size();
    }

    /** Four standard errors of a share: one test in sixteen thousand would fail by bad luck, and the seed is fixed. */
    private static org.assertj.core.data.Offset<Double> luck(double chance) {
        return within(4 * Math.sqrt(chance * (1 - chance) / DRAWS));
    }

    @Test
    void whereNobodyPaysNothingIsDrawn() throws Exception {
        assertThat(draw("", CALL)).allMatch(List::isEmpty);
        assertThat(draw("responses: { CALL: { pays: 0 %, within: 7 days } }", CALL))
                .allMatch(List::isEmpty);
        assertThat(draw("responses: { CALL: { pays: 100 %, within: 7 days } }", new Asked(LAST, Action.CALL, 1)))
                .as("answered after the last day")
                .allMatch(List::isEmpty);
    }

    @Test
    void whatIsCertainIsPaidInFullTheDayAfter() throws Exception {
        var all = new BigDecimal("100.00");
        assertThat(draw(Stated.unasked("100 %"))).allMatch(List.of(new Paid(AFTER.plusDays(1), all))::equals);
        assertThat(draw("responses: { CALL: { pays: 100 %, within: 7 days } }", CALL))
                .allMatch(List.of(new Paid(CALL.on().plusDays(1), all))::equals);
    }

    @Test
    void nobodyIsAskedAndTheShareOfPaidInvoicesIsTheOneThatFollowsFromTheChances() throws Exception {
        // 10 days of age 1-30, 30 of age 31-60, 20 of age 61-90
        double stays = Math.pow(0.98, 10) * Math.pow(0.99, 30) * Math.pow(0.995, 20);
        var drawn = draw("unasked: { not due: 50 % a day, 1-30: 2 % a day, 31-60: 1 % a day, 61-90: 0.5 % a day,"
                + " over 90: 90 % a day }");
        assertThat(share(drawn)).isCloseTo(1 - stays, luck(1 - stays));
        double early = 1 - Math.pow(0.98, 10);
        assertThat(share(until(AFTER.plusDays(10), drawn))).isCloseTo(early, luck(early));
    }

    @Test
    void theMeanTimeToPayIsTheGeometricOne() throws Exception {
        var drawn = draw(Stated.unasked("20 %"));
        double mean = mean(drawn, paid -> DAYS.between(AFTER, paid.get(0).on()));
        assertThat(mean).isCloseTo(5.0, within(4 * Math.sqrt(0.8 / 0.04 / DRAWS)));
    }

    @Test
    void aStepMakesTheStatedShareOfInvoicesBePaidWithinItsDays() throws Exception {
        var drawn = draw("responses: { CALL: { pays: 30 %, within: 10 days } }", CALL);
        assertThat(share(drawn)).isCloseTo(0.3, luck(0.3));
        assertThat(share(until(CALL.on(), drawn))).isZero();
        assertThat(until(CALL.on().plusDays(10), drawn)).isEqualTo(drawn);
        double half = 1 - Math.sqrt(0.7);
        assertThat(share(until(CALL.on().plusDays(5), drawn))).isCloseTo(half, luck(half));
    }

    /** Half of the days are over when drawing begins, and the invoice is still open: only the other half can answer. */
    @Test
    void whatCameOfAnEarlierStepIsKnownAlready() throws Exception {
        double half = 1 - Math.sqrt(0.7);
        var drawn = draw(
                "responses: { CALL: { pays: 30 %, within: 10 days } }", new Asked(AFTER.minusDays(5), Action.CALL, 1));
        assertThat(share(drawn)).isCloseTo(half, luck(half));
        assertThat(draw(
                        "responses: { CALL: { pays: 100 %, within: 10 days } }",
                        new Asked(AFTER.minusDays(10), Action.CALL, 1)))
                .as("over when drawing begins")
                .allMatch(List::isEmpty);
    }

    @Test
    void aStepThatIsRepeatedHasLessLeft() throws Exception {
        var calls = IntStream.range(0, 3)
                .mapToObj(i -> new Asked(AFTER.plusDays(10L * i), Action.CALL, 1))
                .toArray(Asked[]::new);
        double paid = 1 - 0.7 * 0.85 * 0.925;
        assertThat(share(draw("again: 50 %\nresponses: { CALL: { pays: 30 %, within: 7 days } }", calls)))
                .isCloseTo(paid, luck(paid));
    }

    @Test
    void aLevelOfItsOwnGoesBeforeTheAction() throws Exception {
        var responses = "responses: { REMINDER: { pays: 0 %, within: 7 days },"
                + " REMINDER 3: { pays: 100 %, within: 7 days } }";
        assertThat(draw(responses, new Asked(AFTER, Action.REMINDER, 2))).allMatch(List::isEmpty);
        assertThat(draw(responses, new Asked(AFTER, Action.REMINDER, 3))).noneMatch(List::isEmpty);
    }

    @Test
    void theFirstExceptionThatFitsGoesBeforeTheOthers() throws Exception {
        var stated = Stated.assumptions("""
                responses: { CALL: { pays: 0 %, within: 7 days } }
                except:
                  - { segment: retail, sizeClass: A, responses: { CALL: { pays: 100 %, within: 7 days } } }
                  - { segment: retail, unasked: { 1-30: 100 % a day }, responses: { CALL: { pays: 0 %, within: 7 days } } }
                """);
        var odds = new Odds(stated, 1);
        assertThat(odds.of("retail", SizeClass.A).to(Action.CALL, 1).rates()[0]).isEqualTo(1);
        assertThat(odds.of("retail", SizeClass.A).unasked(Age.TO_30, 0)).isInfinite();
        assertThat(odds.of("retail", SizeClass.B).to(Action.CALL, 1).rates()[0]).isZero();
        assertThat(odds.of("other", SizeClass.A).unasked(Age.TO_30, 0)).isZero();
        assertThat(odds.of("retail", SizeClass.A).unasked(Age.TO_60, 0))
                .as("as for everybody")
                .isZero();
    }

    /** The same luck for the same step: more asking can never make anybody pay later, in no draw. */
    @Test
    void anotherStepNeverPutsAPaymentOff() throws Exception {
        var assumed = Stated.unasked("1 to 3 %")
                + "\nresponses: { CALL: { pays: 30 %, within: 9 days }, REMINDER: { pays: 10 %, within: 9 days } }";
        var reminder = new Asked(AFTER.plusDays(2), Action.REMINDER, 1);
        var less = draw(assumed, reminder);
        var more = draw(assumed, reminder, CALL);
        int sooner = 0;
        for (int i = 0; i < DRAWS; i++) {
            assertThat(day(more.get(i))).isBeforeOrEqualTo(day(less.get(i)));
            sooner += day(more.get(i)).isBefore(day(less.get(i))) ? 1 : 0;
        }
        assertThat(sooner).isBetween(50, 400);
    }

    private static LocalDate day(List<Paid> paid) {
        return paid.isEmpty() ? LocalDate.MAX : paid.get(0).on();
    }

    @Test
    void aRangeIsOneValueForAllInvoicesOfADraw() throws Exception {
        // Who is certain to pay in a draw or certain not to: in a draw all invoices pay about as often as each other.
        var shares = new double[200];
        for (int i = 0; i < 60; i++) {
            var prospect = prospect(invoice("I" + i), "responses: { CALL: { pays: 0 to 100 %, within: 5 days } }", 1);
            for (int draw = 0; draw < shares.length; draw++) {
                shares[draw] += prospect.payments(List.of(CALL), draw).isEmpty() ? 0 : 1 / 60.0;
            }
        }
        double mean = Arrays.stream(shares).average().orElseThrow();
        double variance =
                Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum() / shares.length;
        assertThat(mean).isCloseTo(0.5, within(0.08));
        assertThat(variance)
                .as("a twelfth for the range, next to nothing for luck")
                .isBetween(0.06, 0.11);
    }

    @Test
    void invoicesThatGoTogetherShareTheLuckOfTheirCustomer() throws Exception {
        var stated = "responses: { CALL: { pays: 50 %, within: 9 days } }\ntogether: ";
        assertThat(sameDay(stated + "100 %")).isEqualTo(DRAWS);
        assertThat(sameDay(stated + "0 %") / (double) DRAWS).isBetween(0.2, 0.4);
        double some = sameDay(stated + "50 %") / (double) DRAWS;
        assertThat(some).as("both with the customer in a quarter of the draws").isBetween(0.38, 0.55);
    }

    private static long sameDay(String assumptions) throws AssumptionsRefused {
        var one = prospect(invoice("I"), assumptions, 1);
        var other = prospect(invoice("J"), assumptions, 1);
        return IntStream.range(0, DRAWS)
                .filter(draw -> one.payments(List.of(CALL), draw).equals(other.payments(List.of(CALL), draw)))
                .count();
    }

    @Test
    void aPartIsPaidAndTheRestStaysOpenToBePaid() throws Exception {
        var parts = draw(Stated.unasked("100 %") + "\npartial: { chance: 100 %, share: 60 % }");
        assertThat(parts).allSatisfy(paid -> {
            assertThat(paid.get(0)).isEqualTo(new Paid(AFTER.plusDays(1), new BigDecimal("60.00")));
            assertThat(paid.get(1)).isEqualTo(new Paid(AFTER.plusDays(2), new BigDecimal("24.00")));
            assertThat(paid.stream().map(Paid::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100.00");
        });
        var some = draw(Stated.unasked("5 %") + "\npartial: { chance: 30 %, share: 50 % }");
        double halves = some.stream()
                        .filter(paid -> !paid.isEmpty() && paid.get(0).amount().compareTo(new BigDecimal("50")) == 0)
                        .count()
                / (share(some) * DRAWS);
        assertThat(halves).isCloseTo(0.3, within(0.07));
    }

    @Test
    void nobodyPaysWhatIsCreditedOrBeforeItIsIssued() throws Exception {
        var invoice = invoice("I");
        var credit = new Credit("K", "C", "I", AFTER.plusDays(3), new BigDecimal("100.00"), "EUR", null);
        var calm = new Odds(Stated.assumptions(Stated.unasked("50 %")), 1).of(null, SizeClass.C);
        var prospect = new Prospect(invoice, new Payable(invoice, List.of(), List.of(credit)), calm, AFTER, LAST);
        for (int draw = 0; draw < DRAWS; draw++) {
            assertThat(prospect.payments(List.of(), draw))
                    .allSatisfy(paid -> assertThat(paid.on()).isBefore(AFTER.plusDays(3)));
        }
        var later = Receivable.of("L", "C", AFTER.plusDays(9), AFTER.plusDays(39), new BigDecimal("5.00"), "EUR");
        assertThat(prospect(later, Stated.unasked("100 %"), 1).payments(List.of(), 0))
                .containsExactly(new Paid(AFTER.plusDays(10), new BigDecimal("5.00")));
    }

    @Test
    void anotherSeedIsOtherLuckAndTheSameSeedTheSame() throws Exception {
        var one = new ArrayList<List<Paid>>();
        var again = new ArrayList<List<Paid>>();
        var other = new ArrayList<List<Paid>>();
        for (int draw = 0; draw < 50; draw++) {
            one.add(prospect(invoice("I"), Stated.unasked("3 %"), 1).payments(List.of(), draw));
            again.add(prospect(invoice("I"), Stated.unasked("3 %"), 1).payments(List.of(), draw));
            other.add(prospect(invoice("I"), Stated.unasked("3 %"), 2).payments(List.of(), draw));
        }
        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    private static List<List<Paid>> until(LocalDate day, List<List<Paid>> draws) {
        return draws.stream()
                .map(paid -> paid.stream().filter(p -> !p.on().isAfter(day)).toList())
                .toList();
    }

    private static double mean(List<List<Paid>> draws, ToDoubleFunction<List<Paid>> of) {
        return draws.stream()
                .filter(paid -> !paid.isEmpty())
                .mapToDouble(of)
                .average()
                .orElseThrow();
    }
}
