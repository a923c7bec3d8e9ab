package io.dunlin.portfolio;

import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Row;
import java.nio.file.Path;
import java.util.List;

/** The rows of all files, laid down in any order. */
interface Rows extends Sorted {
    void add(int file, Kind kind, Row row);

    /** No more will come. */
    void loaded();

    /** Takes out what contradicts other rows; only the whole tells. */
    long refuse(List<Path> files, Listener listener);

    long customers();

    long count(Kind kind);
}
