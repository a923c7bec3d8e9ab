package io.dunlin.portfolio;

import io.dunlin.mapping.Reject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** For files that are read a second time from their beginnings: what was told of each of them is not told again. */
final class ToldOnce implements Listener {
    private final Listener listener;
    private final Map<Path, Long> told = new HashMap<>();
    private final Map<Path, Long> toldBefore = new HashMap<>();

    ToldOnce(Listener listener) {
        this.listener = listener;
    }

    void again() {
        told.forEach((file, count) -> toldBefore.merge(file, count, Math::max));
        told.clear();
    }

    @Override
    public void reject(Path file, Reject reject) {
        if (told.merge(file, 1L, Long::sum) > toldBefore.getOrDefault(file, 0L)) {
            listener.reject(file, reject);
        }
    }

    @Override
    public void progress(long bytesDone, long bytesInAll) {
        listener.progress(bytesDone, bytesInAll);
    }
}
