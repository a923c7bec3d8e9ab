package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the accounts of a simulation come from. */
public interface Source {
    /**
     * Each customer once, in the order of their ids; close the stream. What is supplied may be put together on any
     * thread.
     */
    Stream<? extends Supplier<Account>> accounts();

    /** The same customers by those that are played together, each once; close the stream. */
    default Stream<? extends Supplier<Family>> families() throws SimulationRefused {
        return accounts().map(account -> () -> Family.of(account.get()));
    }

    /** The whole book on a day. */
    Book book(LocalDate day);

    Extent extent();

    /** Files read, and whatever else tells this portfolio from another one. */
    List<Input> inputs();

    /** @param currencies of invoices */
    record Extent(long customers, long invoices, long rejected, SortedSet<String> currencies) {}

    record Input(String name, String sha256) {}
}
