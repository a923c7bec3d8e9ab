package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Rows without contradictions, given back customer by customer, as often as somebody asks. */
interface Sorted extends AutoCloseable {
    /** Of invoices. */
    SortedSet<String> currencies();

    SizeClasses sizeClasses(LocalDate asOf, Rates rates);

    Stream<Stored> stored();

    @Override
    void close();
}
