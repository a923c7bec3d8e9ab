package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shortcut of the simulation gives what deciding every day plainly gives. */
class TheSameCaseDecidedOnceTest {
    private static final long SEED = 4711;
    private static final LocalDate FROM = Generator.AS_OF.minusDays(200);
    private static final Window SNAPSHOT = new Window(Generator.AS_OF, Generator.AS_OF);
    private static final Window HALF_A_YEAR = new Window(FROM, FROM.plusDays(179));

    private static Function<LocalDate, Book> book() {
        // Other size classes each month, as when the whole book is looked at again.
        return day -> new Book(
                day,
                day,
                Generator.rates(),
                new SizeClasses(
                        "EUR",
                        new BigDecimal(40000 + 1000 * day.getMonthValue()),
                        new BigDecimal(4000 + 100 * day.getMonthValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void oneDayOfTenThousandGeneratedCustomers(String strategy) {
        var effort = compare(Policies.shipped(strategy), SNAPSHOT, Generator.accounts(10_000, SEED, Generator.AS_OF));
        assertThat(effort.fast()).isGreaterThan(2_000);
        assertThat(effort.plain())
                .as("disputes and the like are played plainly")
                .isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void halfAYearOfInvoicesAndPayments(String strategy) {
        var effort = compare(
                Policies.shipped(strategy),
                HALF_A_YEAR,
                Generator.accounts(1_000, SEED, Generator.AS_OF).map(TheSameCaseDecidedOnceTest::invoicesAndPayments));
        assertThat(effort.plain()).as("a credit limit in another currency").isLessThan(5);
    }

    /** Days are left out of it, too. */
    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void aMonthOfTenThousandGeneratedCustomers(String strategy) {
        var month = new Window(FROM, FROM.plusDays(29));
        var effort = compare(Policies.shipped(strategy), month, Generator.accounts(10_000, SEED, Generator.AS_OF));
        assertThat(effort.fast()).isGreaterThan(2_000);
    }

    /** Disputes, promises, reversals and all: what is bygone is left out there, too. */
    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void halfAYearOfWhateverHappens(String strategy) {
        var effort = compare(Policies.shipped(strategy), HALF_A_YEAR, Generator.accounts(400, SEED, Generator.AS_OF));
        assertThat(effort.fast()).isGreaterThan(100);
        assertThat(effort.plain()).isGreaterThan(100);
    }

    private static FastPlayer.Effort compare(Decider decider, Window window, Stream<Account> accounts) {
        var books = Books.of(window, book());
        var plain = new PlainPlayer(decider, window, books);
        var fast = new FastPlayer(decider, window, books);
        accounts.forEach(account -> {
            var expected = plain.play(account);
            var actual = fast.play(account);
            assertThat(rows(actual)).as(account.customer().id()).isEqualTo(rows(expected));
            assertThat(actual.fired()).as(account.customer().id()).isEqualTo(expected.fired());
        });
        return fast.effort();
    }

    private static List<String> rows(Played played) {
        return played.done().stream().map(Done::row).toList();
    }

    /** What is left of a generated account when only invoices in its first currency and real payments count. */
    static Account invoicesAndPayments(Account a) {
        var currency = a.invoices().get(0).currency();
        var kept = new HashMap<String, BigDecimal>();
        var invoices = a.invoices().stream()
                .filter(i -> i.due() != null && i.currency().equals(currency))
                .map(i -> Receivable.of(i.id(), i.customer(), i.issued(), i.due(), i.amount(), currency))
                .toList();
        invoices.forEach(i -> kept.put(i.id(), i.amount()));
        var payments = a.payments().stream()
                .filter(p -> p.invoice() != null
                        && kept.containsKey(p.invoice())
                        && p.state() == Payment.State.BOOKED
                        && p.reversedOn() == null
                        && kept.merge(p.invoice(), p.amount().negate(), BigDecimal::add)
                                        .signum()
                                >= 0)
                .toList();
        return new Account(
                a.customer(), invoices, payments, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void aStrategyThatAsksWhatNumbersCannotTellIsPlayedPlainly() {
        var decider = Policies.tiny("$i : Invoice( collectable > 0, daysOverdue > customer.averageDaysLate )"
                + " -> propose( $i, REMINDER, 1, \"later than usual\" );");
        var effort = compare(
                decider,
                SNAPSHOT,
                Generator.accounts(300, SEED, Generator.AS_OF).map(TheSameCaseDecidedOnceTest::invoicesAndPayments));
        assertThat(effort.fast()).isZero();
        assertThat(effort.objections()).singleElement().asString().contains("averageDaysLate");
    }
}
