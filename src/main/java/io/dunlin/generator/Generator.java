package io.dunlin.generator;

import io.dunlin.book.Account;
import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A portfolio nobody owes, of any size: few large customers and many small ones, each with its habit of paying, and
 * all that happens to invoices. Customer by customer, so that the first thousand of a large portfolio are the small one.
 */
public final class Generator {
    /** The day generated portfolios are meant for. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private Generator() {}

    /** What the currencies of a generated portfolio are worth to each other. */
    public static Rates rates() {
        return new Rates(Market.RATES);
    }

    /** The same arguments give the same accounts, on every machine. */
    public static Stream<Account> accounts(int customers, long seed, LocalDate asOf) {
        return IntStream.rangeClosed(1, customers).mapToObj(number -> account(number, seed, asOf));
    }

    public static Account account(int number, long seed, LocalDate asOf) {
        var dice = new Dice(seed, number);
        var customer = new GeneratedCustomer(number, dice, asOf);
        return new GeneratedAccount(customer, dice, asOf).account();
    }
}
