package io.dunlin.simulation;

import java.util.List;
import java.util.SortedSet;

/** What a result says about the portfolio it came from. */
public interface Described {
    Extent extent();

    /** Files read, and whatever else tells this portfolio from another one. */
    List<Input> inputs();

    /** @param currencies of invoices */
    record Extent(long customers, long invoices, long rejected, SortedSet<String> currencies) {}

    record Input(String name, String sha256) {}
}
