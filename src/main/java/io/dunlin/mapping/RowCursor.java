package io.dunlin.mapping;

import java.io.IOException;

/** One file, row by row, as fast as whoever holds it asks for more. */
public interface RowCursor extends AutoCloseable {
    /** The next good row; what is wrong with the rows before it has been told by then. Null at the end. */
    Row next() throws IOException, UnreadableFile;

    /** How many rows were not good so far, whatever the number of reasons. */
    long rejected();

    @Override
    void close() throws IOException;
}
