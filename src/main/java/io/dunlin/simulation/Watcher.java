package io.dunlin.simulation;

import java.io.IOException;
import java.util.List;

/** Who follows a run. Called by one thread, in the order of the customers. */
public interface Watcher {
    /** A customer whose facts contradict each other, left out of both strategies. */
    void leftOut(String sentence);

    void changed(List<Change> changes) throws IOException;

    void progress(long customersDone);

    default boolean isCancelled() {
        return false;
    }
}
