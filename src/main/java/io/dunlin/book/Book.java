package io.dunlin.book;

import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is true of the whole book on a day.
 *
 * @param bankDataUpTo newest bank import; null where unknown, which is stale
 * @param classes null where the whole book was not looked at
 */
public record Book(LocalDate asOf, LocalDate bankDataUpTo, Rates rates, SizeClasses classes) {

    /** Overdue totals, in {@code currency}, from which a customer is an A or a B. */
    public record SizeClasses(String currency, BigDecimal aFrom, BigDecimal bFrom) {
        public SizeClass of(BigDecimal overdue, String overdueCurrency, Rates rates) {
            if (!rates.converts(overdueCurrency, currency)) {
                return SizeClass.UNRATED;
            }
            var value = rates.convert(overdue, overdueCurrency, currency);
            if (value.signum() > 0 && value.compareTo(aFrom) >= 0) {
                return SizeClass.A;
            }
            return value.signum() > 0 && value.compareTo(bFrom) >= 0 ? SizeClass.B : SizeClass.C;
        }
    }

    public Book {
        rates = rates == null ? Rates.NONE : rates;
    }

    /** A day with fresh bank data and nothing else known. */
    public static Book on(LocalDate asOf) {
        return new Book(asOf, asOf, Rates.NONE, null);
    }

    public Book at(LocalDate other) {
        return new Book(other, bankDataUpTo, rates, classes);
    }
}
