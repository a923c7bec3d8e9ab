package io.dunlin.portfolio;

import io.dunlin.mapping.Kind;
import io.dunlin.portfolio.HeapRows.Laid;
import io.dunlin.portfolio.Portfolio.Counts;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is kept of customers on a first walk: numbers, currencies, and whether an id stood there twice. */
final class Seen implements AutoCloseable {
    private static final int PROGRESS_EVERY = 256;

    private final SortedSet<String> currencies = new TreeSet<>();
    private final Repeats repeats = new Repeats();
    private long customers;
    private long rows;
    private long invoices;

    /** All rows of a customer. */
    void add(List<Laid> customer) throws IOException {
        customers++;
        rows += customer.size();
        for (var laid : customer) {
            repeats.say(laid.kind().ordinal(), laid.key().id());
            if (laid.kind() == Kind.INVOICES) {
                invoices++;
                currencies.add(laid.key().currency());
            }
        }
    }

    /** Whether it is time to tell somebody how far this is. */
    boolean isProgress() {
        return customers % PROGRESS_EVERY == 0;
    }

    SortedSet<String> currencies() {
        return currencies;
    }

    Counts counts(long rejected) {
        return new Counts(rows, rejected, customers, invoices);
    }

    /**
     * After everybody was seen.
     *
     * @throws NotSorted where an id stands there twice
     */
    void check() throws IOException {
        if (repeats.any()) {
            throw new NotSorted("an id stands there twice, in two files or with two customers");
        }
    }

    @Override
    public void close() throws IOException {
        repeats.close();
    }
}
