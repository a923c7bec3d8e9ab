package io.dunlin.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.simulation.Change;
import io.dunlin.simulation.Watcher;
import java.util.ArrayList;
import java.util.List;

/** Takes down what comes of a part, to be kept together with its sums when it is finished. */
final class Playing implements Watcher {
    private final Claim claim;
    private final ObjectMapper json;
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    Playing(Claim claim, ObjectMapper json) {
        this.claim = claim;
        this.json = json;
    }

    @Override
    public void leftOut(String sentence) {
        leftOut.add(sentence);
    }

    @Override
    public void changed(List<Change> some) {
        some.forEach(change -> changes.add(line(change)));
    }

    private String line(Change change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }

    @Override
    public void progress(long customersDone) {
        // Told by the part.
    }

    @Override
    public boolean isCancelled() {
        return claim.isLost();
    }

    void keep(StudyRow row, int part) {
        for (int i = 0; i < changes.size(); i++) {
            ChangeRow.of(row.id, part, i, changes.get(i)).persist();
        }
        row.rejected = LeftOutRow.keep(row.id, row.rejected, leftOut);
    }
}
