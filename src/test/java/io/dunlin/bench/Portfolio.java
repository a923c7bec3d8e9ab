package io.dunlin.bench;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.generator.Generator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The customers both rivals decide about. */
final class Portfolio {
    private static final long SEED = 4711;
    private static final SizeClasses CLASSES =
            new SizeClasses("EUR", new BigDecimal("50000.00"), new BigDecimal("5000.00"));

    private Portfolio() {}

    static Stream<Account> accounts(int customers) {
        return Generator.accounts(customers, SEED, Generator.AS_OF);
    }

    /** The day the portfolio is generated for, or a later one. */
    static Book book(int daysLater) {
        var asOf = Generator.AS_OF.plusDays(daysLater);
        return new Book(asOf, bankDataUpTo(asOf), Generator.rates(), CLASSES);
    }

    /** Now and then the bank data is old, as it happens. */
    private static LocalDate bankDataUpTo(LocalDate asOf) {
        return asOf.minusDays(asOf.getDayOfMonth() % 10 == 3 ? 5 : 1);
    }
}
