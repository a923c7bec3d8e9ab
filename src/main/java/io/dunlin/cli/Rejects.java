package io.dunlin.cli;

import io.dunlin.mapping.Reject;
import io.dunlin.portfolio.Listener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells of every row and customer that was left out: the first few on the spot, all of them in a file if wanted. */
final class Rejects implements Listener, AutoCloseable {
    private static final int SHOWN = 20;

    private final PrintWriter err;
    private final PrintWriter file;
    private Progress progress;
    private long count;

    Rejects(PrintWriter err, Path list) throws IOException {
        this.err = err;
        this.file = list == null ? null : new PrintWriter(Files.newBufferedWriter(list));
    }

    void showing(Progress bar) {
        progress = bar;
    }

    @Override
    public void reject(Path from, Reject reject) {
        tell(from.getFileName() + ", " + reject);
    }

    void tell(String sentence) {
        count++;
        if (count <= SHOWN) {
            err.println(sentence);
        }
        if (file != null) {
            file.println(sentence);
        }
    }

    @Override
    public void progress(long bytesDone, long bytesInAll) {
        progress.at(bytesDone >> 10, bytesInAll >> 10);
    }

    long count() {
        return count;
    }

    @Override
    public void close() {
        if (count > SHOWN) {
            err.printf(
                    Locale.ROOT,
                    "... and %,d more%s%n",
                    count - SHOWN,
                    file == null ? "; --rejects FILE lists all" : "");
        }
        if (file != null) {
            file.close();
        }
    }
}
