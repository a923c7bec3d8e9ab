package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the accounts of a simulation come from. */
public interface Source extends Families, Described {
    /**
     * Each customer once, in the order of their ids; close the stream. What is supplied may be put together on any
     * thread.
     */
    Stream<? extends Supplier<Account>> accounts();

    @Override
    default Stream<? extends Supplier<Family>> families() throws SimulationRefused {
        return accounts().map(account -> () -> Family.of(account.get()));
    }

    /** The whole book on a day. */
    Book book(LocalDate day);
}
