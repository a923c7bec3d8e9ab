package io.dunlin.study;

import io.dunlin.mapping.Reject;
import io.dunlin.portfolio.Listener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hears what is left out while files are read; of very many the first, and how many. */
final class LeftOut implements Listener {
    private final Claim claim;
    private final List<String> first = new ArrayList<>();
    private long count;

    LeftOut(Claim claim) {
        this.claim = claim;
    }

    @Override
    public void reject(Path file, Reject reject) {
        if (first.size() < LeftOutRow.MOST) {
            first.add(file.getFileName() + ": " + reject);
        }
        count++;
    }

    /** The one moment at which reading can be stopped. */
    @Override
    public void progress(long bytesDone, long bytesInAll) {
        claim.check();
    }

    void keep(StudyRow row) {
        LeftOutRow.keep(row.id, 0, first);
        row.rejected = count;
    }
}
