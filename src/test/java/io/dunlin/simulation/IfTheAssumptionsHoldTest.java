package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dunlin.assumption.Age;
import io.dunlin.assumption.Assumptions;
import io.dunlin.assumption.Stated;
import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.simulation.Assumed.Estimate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IfTheAssumptionsHoldTest {
    private static final LocalDate FROM = LocalDate.of(2026, 5, 4);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final String COLLECT =
            "$i : Invoice( collectable > 0, daysOverdue >= %d ) -> propose( $i, %s, \"x\" );";
    /** Reminds from the first day on, the other calls: both treat everybody otherwise at once. */
    private static final Decider REMINDS = Policies.tiny(COLLECT.formatted(1, "REMINDER"));

    private static final Decider CALLS = Policies.tiny(COLLECT.formatted(1, "CALL"));
    private static final String SOME = Stated.unasked("1 to 3 %")
            + "\ndraws: 20\nresponses: { REMINDER: { pays: 5 to 20 %, within: 9 days }, CALL: { pays: 30 %, within: 9 days } }"
            + "\nagain: 50 %\ntogether: 50 %\npartial: { chance: 20 %, share: 50 % }";

    private static Account customer(int number, String currency, Payment... payments) {
        var id = "C" + number;
        var invoice = Receivable.of(
                "I" + number, id, FROM.minusDays(40), FROM.minusDays(10), new BigDecimal("100.00"), currency);
        return new Account(
                Debtor.of(id, id, "DE"),
                List.of(invoice),
                List.of(payments),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Accounts customers(int number) {
        return new Accounts(
                IntStream.range(0, number).mapToObj(i -> customer(i, "EUR")).toList());
    }

    private static Basis basis(Accounts book, Decider one, Decider other, String assumptions, long seed)
            throws Exception {
        Assumptions stated = Stated.assumptions(assumptions);
        var settings = new Settings(3, Map.of(), PricesReader.standard(), seed, stated);
        return Setup.of(book, new Window(FROM, TO), one, other, settings);
    }

    private static Comparison compare(Accounts book, Basis basis) throws Exception {
        return new Composer(basis, book, run(book, basis), null).compose();
    }

    private static Tallies run(Accounts book, Basis basis) throws Exception {
        var simulation =
                new Simulation(basis, fast(basis, basis.baseline()), fast(basis, basis.candidate()), List.of(), 2);
        return simulation.run(book, new Accounts.Quiet(new ArrayList<>()));
    }

    private static Player fast(Basis basis, Decider decider) {
        return new FastPlayer(decider, basis.window(), basis.books());
    }

    private static Assumed assumed(Accounts book, String assumptions) throws Exception {
        return compare(book, basis(book, REMINDS, CALLS, assumptions, 1)).assumed();
    }

    private static Estimate exactly(String amount) {
        return new Estimate(new BigDecimal(amount), new BigDecimal(amount), new BigDecimal(amount));
    }

    @Test
    void whereNobodyIsAssumedToPayNothingComesIn() throws Exception {
        var a = assumed(customers(3), "");
        assertThat(a.customers()).isEqualTo(3);
        assertThat(a.stake()).isEqualByComparingTo("300.00");
        assertThat(a.strategies().get("baseline").cash()).isEqualTo(exactly("0.00"));
        assertThat(a.strategies().get("candidate").open()).isEqualTo(exactly("300.00"));
        assertThat(a.delta().cash()).isEqualTo(exactly("0.00"));
    }

    /** The one who is called pays the day after; whoever is reminded does not. From then on nobody is called any more. */
    @Test
    void whoIsPaidInADrawIsLeftAloneInIt() throws Exception {
        var a = assumed(customers(3), "responses: { CALL: { pays: 100 %, within: 7 days } }");
        assertThat(a.strategies().get("candidate").cash()).isEqualTo(exactly("300.00"));
        assertThat(a.strategies().get("candidate").contacts()).isEqualTo(exactly("3.0"));
        assertThat(a.strategies().get("candidate").cost()).isEqualTo(exactly("18.00"));
        assertThat(a.curve().get(0).candidate()).isEqualTo(exactly("0.00"));
        assertThat(a.curve().get(1).candidate()).isEqualTo(exactly("300.00"));
        var never = assumed(customers(3), "");
        assertThat(never.strategies().get("candidate").contacts().low())
                .as("called again and again where nobody pays")
                .isGreaterThan(new BigDecimal("9"));
        assertThat(a.delta().net().mean())
                .isEqualByComparingTo(
                        new BigDecimal("300").subtract(a.delta().cost().mean()));
    }

    /** Paid in history, but not in the draw: the strategy goes on asking. */
    @Test
    void whoIsNotPaidInADrawIsAskedOn() throws Exception {
        var paid = new Payment(
                "P", "C0", "I0", FROM.plusDays(2), new BigDecimal("100.00"), "EUR", Payment.State.BOOKED, null);
        var book = new Accounts(List.of(customer(0, "EUR", paid)));
        var basis = basis(book, REMINDS, CALLS, "", 1);
        var c = compare(book, basis);
        assertThat(c.strategies().get("candidate").contacts()).isEqualTo(1);
        assertThat(c.assumed().strategies().get("candidate").contacts().mean()).isGreaterThan(new BigDecimal("3"));
        assertThat(c.assumed().replacedCash()).isEqualByComparingTo("100.00");
        assertThat(c.assumed().realCash()).isEqualByComparingTo(NOTHING);
        assertThat(c.assumed().curve().get(57).history()).isEqualByComparingTo("100.00");
    }

    @Test
    void paymentsUntilTheDayOfDivergenceAreThoseOfHistory() throws Exception {
        var day = new Payment("P", "C0", "I0", FROM, new BigDecimal("40.00"), "EUR", Payment.State.BOOKED, null);
        var a = assumed(new Accounts(List.of(customer(0, "EUR", day))), Stated.unasked("100 %"));
        assertThat(a.stake()).isEqualByComparingTo("60.00");
        assertThat(a.realCash()).isEqualByComparingTo("40.00");
        assertThat(a.curve().get(0).baseline()).isEqualTo(exactly("40.00"));
        assertThat(a.curve().get(1).baseline()).isEqualTo(exactly("100.00"));
    }

    @Test
    void theMeanIsTheExpectedOneWithinTheErrorOfTheDraws() throws Exception {
        var a = assumed(customers(1), Stated.unasked("1 %") + "\ndraws: 1000");
        double paid = 1 - Math.pow(0.99, 57);
        assertThat(a.strategies().get("baseline").cash().mean().doubleValue())
                .isCloseTo(100 * paid, within(4 * 100 * Math.sqrt(paid * (1 - paid) / 1000)));
        assertThat(a.delta().cash()).as("calls do nothing: the same luck").isEqualTo(exactly("0.00"));
    }

    /** 90 % of other draws, of another seed, lie within the interval: that is what it claims. */
    @Test
    void anIntervalHoldsNineOfTenDraws() throws Exception {
        var book = customers(40);
        var text = Stated.unasked("1 to 2 %") + "\ntogether: 30 %\ndraws: 400";
        var interval = compare(book, basis(book, REMINDS, CALLS, text, 1)).assumed();
        var cash = interval.strategies().get("baseline").cash();
        var others = run(book, basis(book, REMINDS, CALLS, text, 2)).assumed.arm(Arm.BASELINE);
        double inside = IntStream.range(0, 400)
                        .mapToLong(draw -> others.cash.values().stream()
                                .mapToLong(day -> day[draw])
                                .sum())
                        .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                        .filter(sum -> sum.compareTo(cash.low()) >= 0 && sum.compareTo(cash.high()) <= 0)
                        .count()
                / 400.0;
        assertThat(inside).isCloseTo(0.9, within(0.05));
    }

    @Test
    void aStrategyAgainstItselfIsHistoryAndNothingElse() throws Exception {
        var book = Accounts.generated(60, 3);
        var standard = Policies.shipped("standard");
        var c = compare(book, basis(book, standard, standard, SOME, 1));
        var a = c.assumed();
        assertThat(a.customers()).isZero();
        assertThat(a.delta().cash()).isEqualTo(exactly("0.00"));
        assertThat(a.delta().cost()).isEqualTo(exactly("0.00"));
        assertThat(a.delta().dso()).isEqualTo(exactly("0.0"));
        assertThat(a.realCash()).isPositive();
        assertThat(a.strategies().get("candidate").cash().low()).isEqualByComparingTo(a.realCash());
        assertThat(a.strategies().get("candidate").cost().mean())
                .isEqualByComparingTo(c.strategies().get("candidate").cost());
        assertThat(a.strategies().get("candidate").contacts().mean())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(c.strategies().get("candidate").contacts()));
    }

    /** What is not paid is open: to the cent, in every draw. */
    @Test
    void moneyIsNeitherLostNorMade() throws Exception {
        var book = customers(20);
        var a = assumed(book, SOME);
        for (var side : a.strategies().values()) {
            assertThat(side.cash().mean().add(side.open().mean())).isEqualByComparingTo("2000.00");
            assertThat(side.cash().low().add(side.open().high())).isEqualByComparingTo("2000.00");
        }
        assertThat(a.delta().open().mean())
                .isEqualByComparingTo(a.delta().cash().mean().negate());
        assertThat(a.delta().cash().high()).isGreaterThan(NOTHING);
    }

    @Test
    void amountsOfOtherCurrenciesAreConverted() throws Exception {
        var euros = assumed(customers(1), Stated.unasked("100 %"));
        var book = new Accounts(List.of(customer(0, "USD"), customer(1, "EUR")));
        var both = assumed(book, Stated.unasked("100 %"));
        var dollars = Accounts.RATES
                .convert(new BigDecimal("100.00"), "USD", "EUR")
                .setScale(2, java.math.RoundingMode.HALF_EVEN);
        assertThat(euros.strategies().get("baseline").cash()).isEqualTo(exactly("100.00"));
        assertThat(both.strategies().get("baseline").cash().mean())
                .isEqualByComparingTo(dollars.add(new BigDecimal("100.00")));
        assertThat(dollars).isNotEqualByComparingTo("100.00");
    }

    @Test
    void salesOutstandingAreOpenByInvoicedTimesDays() throws Exception {
        var old = customer(0, "EUR");
        var invoices = new ArrayList<>(old.invoices());
        invoices.add(Receivable.of("J", "C0", FROM.plusDays(1), TO.plusDays(9), new BigDecimal("290.00"), "EUR"));
        var book = new Accounts(List.of(Account.of(old.customer(), invoices)));
        var a = assumed(book, "");
        assertThat(a.invoiced()).isEqualByComparingTo("290.00");
        assertThat(a.delta().dso().mean()).isEqualByComparingTo("0");
        assertThat(a.strategies().get("baseline").dso()).isEqualTo(exactly("78.0"));
        assertThat(assumed(customers(1), "").delta().dso())
                .as("nothing was invoiced")
                .isNull();
    }

    @Test
    void whatHistoryShowsIsCountedByAge() throws Exception {
        var paid = new Payment(
                "P", "C0", "I0", FROM.plusDays(25), new BigDecimal("100.00"), "EUR", Payment.State.BOOKED, null);
        var a = assumed(new Accounts(List.of(customer(0, "EUR", paid), customer(1, "EUR"))), "");
        assertThat(a.seen()).extracting(Assumed.Seen::age).containsExactly(Age.values());
        // ten days overdue on the first day: 21 days are left of the first thirty, for both
        assertThat(a.seen()).extracting(Assumed.Seen::days).containsExactly(0L, 42L, 5L + 30L, 7L, 0L);
        assertThat(a.seen()).extracting(Assumed.Seen::paid).containsExactly(0L, 0L, 1L, 0L, 0L);
        assertThat(a.seen().get(2).percentADay()).isEqualByComparingTo("2.86");
    }

    /** In rounds with shortcuts, or plainly one day after the other: the same steps and payments in every draw. */
    @Test
    void bothWaysOfPlayingAndAnyPartsComeToTheSame() throws Exception {
        var book = Accounts.generated(8, 9);
        var basis = basis(book, Policies.shipped("standard"), Policies.shipped("small-business"), SOME, 1);
        var plain = book.run(basis, 2);
        assertThat(plain.assumed.customers).isGreaterThan(3);
        var elsewhere = Orders.unpacked(Orders.of(basis, 0).packed()).simulation();
        var parts = new ArrayList<Tallies>();
        for (var account : book.list()) {
            parts.add(0, new Tallies());
            elsewhere.count(account, parts.get(0));
        }
        var added = new Tallies();
        parts.forEach(part -> added.merge(Packed.tallies(Packed.of(part))));
        assertThat(Packed.of(added)).isEqualTo(Packed.of(plain));
        var composed = new Composer(basis, book, plain, null).compose().assumed();
        assertThat(composed.delta().cash().low())
                .isLessThan(composed.delta().cash().high());
        assertThat(new Composer(basis, book, added, null).compose().assumed()).isEqualTo(composed);
    }

    @Test
    void whatCannotBeAssumedIsRefused() {
        var book = customers(1);
        var stated = new Settings(3, Map.of(), PricesReader.standard(), 1, some());
        assertThatThrownBy(() -> Setup.of(book, new Window(TO, TO), REMINDS, CALLS, stated))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining("nothing can be drawn for a snapshot of one day");
        assertThatThrownBy(() -> Setup.of(book, new Window(TO.minusYears(200), TO), REMINDS, CALLS, stated))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining("say fewer `draws` in the assumptions, or fewer days");
    }

    private static Assumptions some() {
        try {
            return Stated.assumptions(SOME);
        } catch (io.dunlin.assumption.AssumptionsRefused e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anExceptionForNobodyIsTold() throws Exception {
        var a = assumed(customers(2), "except: [{ segment: retial, unasked: { 1-30: 5 % a day } }]");
        assertThat(a.unmet()).singleElement().asString().contains("no customer is of segment retial");
        assertThat(assumed(customers(2), "except: [{ sizeClass: C, unasked: { 1-30: 5 % a day } }]")
                        .unmet())
                .isEmpty();
    }

    @Test
    void gatesMayAskForTheMeanAndForBothEnds() throws Exception {
        var book = customers(3);
        var c = compare(book, basis(book, REMINDS, CALLS, "responses: { CALL: { pays: 100 %, within: 7 days } }", 1));
        assertThat(Gate.parse("assumed.delta.cash < 0").failure(c)).isNull();
        assertThat(Gate.parse("assumed.delta.cash.low >= 300").failure(c)).contains("it is 300");
        assertThat(Gate.parse("assumed.delta.open < -99%").failure(c)).contains("it is -100%");
        assertThat(Gate.parse("assumed.delta.dso > 0").failure(c)).contains("could not be computed");
        assertThat(Gate.parse("assumed.delta.cash < 0").needsAssumptions()).isTrue();
        assertThat(Gate.parse("delta.cost < 0").needsAssumptions()).isFalse();
        assertThatThrownBy(() -> Gate.parse("assumed.delta.money < 0")).isInstanceOf(SimulationRefused.class);
    }

    @Test
    void withoutAssumptionsNothingIsAdded() throws Exception {
        var book = customers(2);
        var basis = book.between(REMINDS, CALLS, FROM, TO);
        var c = compare(book, basis);
        assertThat(c.assumed()).isNull();
        assertThat(c.manifest().assumptions()).isNull();
        assertThat(c.notes()).noneMatch(note -> note.contains("draw"));
    }
}
