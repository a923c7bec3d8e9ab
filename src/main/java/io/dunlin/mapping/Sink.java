package io.dunlin.mapping;

/** Takes what a file says, row by row in file order; every row ends in exactly one of the two. */
public interface Sink {
    void row(Row row);

    /** A row may be refused for several reasons: one call each, one after the other. */
    void reject(Reject reject);
}
