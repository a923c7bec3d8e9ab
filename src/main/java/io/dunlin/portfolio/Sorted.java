package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.vocabulary.Rates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Rows without contradictions, given back customer by customer, as often as somebody asks. */
interface Sorted extends AutoCloseable {
    /** Of invoices. */
    SortedSet<String> currencies();

    SizeClasses sizeClasses(LocalDate asOf, Rates rates);

    Stream<Stored> stored();

    Relatives relatives();

    /** At least those customers of whom any row names a group or a payer. */
    Stream<Stored> linked();

    /** Those of the customers that there are. */
    Stream<Stored> stored(Set<String> customers);

    /** All customers, in the order of the heads of their families; whoever has none is its own. */
    Stream<Stored> stored(Map<String, String> heads);

    @Override
    void close();
}
