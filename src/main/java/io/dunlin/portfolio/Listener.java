package io.dunlin.portfolio;

import io.dunlin.mapping.Reject;
import java.nio.file.Path;

/** Who wants to know how the reading of a portfolio goes. */
public interface Listener {
    /** A row that is not in the portfolio, and why. */
    void reject(Path file, Reject reject);

    /** Told now and then. */
    default void progress(long bytesDone, long bytesInAll) {}
}
