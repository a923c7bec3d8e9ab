package io.dunlin.cli;

import io.dunlin.simulation.Change;
import io.dunlin.simulation.Watcher;
import java.io.IOException;
import java.util.List;

/** Shows a simulation at the terminal. */
record Watching(Rejects rejects, Progress progress, long all, Taker taker) implements Watcher {
    interface Taker {
        void take(List<Change> changes) throws IOException;
    }

    @Override
    public void leftOut(String sentence) {
        rejects.tell(sentence);
    }

    @Override
    public void changed(List<Change> changes) throws IOException {
        taker.take(changes);
    }

    @Override
    public void progress(long customersDone) {
        progress.at(customersDone, all);
    }
}
