package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Row;
import io.dunlin.vocabulary.Rates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** The rows of all files, laid down in any order, then given back customer by customer. */
interface Rows extends AutoCloseable {
    void add(int file, Kind kind, Row row);

    /** No more will come. */
    void loaded();

    /** Takes out what contradicts other rows; only the whole tells. */
    long refuse(List<Path> files, Listener listener);

    long customers();

    long count(Kind kind);

    /** Of invoices. */
    SortedSet<String> currencies();

    SizeClasses sizeClasses(LocalDate asOf, Rates rates);

    Stream<Stored> stored();

    /** At least those customers of whom any row names a group or a payer. */
    Stream<Stored> linked();

    /** All customers, in the order of the heads of their families; whoever has none is its own. */
    Stream<Stored> stored(Map<String, String> heads);

    @Override
    void close();
}
