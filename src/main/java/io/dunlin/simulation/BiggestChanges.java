package io.dunlin.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The changes worth most, so that a report of any portfolio fits on a few pages. */
final class BiggestChanges {
    static final int KEPT = 200;

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::worth).reversed().thenComparing(Change::invoice);

    private final TreeSet<Change> kept = new TreeSet<>(ORDER);

    void add(Change change) {
        kept.add(change);
        if (kept.size() > KEPT) {
            kept.pollLast();
        }
    }

    void merge(BiggestChanges other) {
        other.kept.forEach(this::add);
    }

    List<Change> list() {
        return List.copyOf(kept);
    }
}
