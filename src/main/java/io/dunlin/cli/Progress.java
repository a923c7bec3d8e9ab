package io.dunlin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long run is: a bar for a person at a terminal, a line now and then for a log, nothing when quiet. */
final class Progress implements AutoCloseable {
    private static final long LINE_EVERY = Duration.ofSeconds(10).toNanos();

    private final String task;
    private final String unit;
    private final PrintWriter err;
    private final boolean quiet;
    private final ProgressBar bar;
    private final long begin = System.nanoTime();
    private long lastLine = begin;

    Progress(String task, String unit, long all, PrintWriter err, boolean quiet) {
        this.task = task;
        this.unit = unit;
        this.err = err;
        this.quiet = quiet;
        this.bar = quiet || !isTerminal() ? null : bar(task, unit, all);
    }

    private static ProgressBar bar(String task, String unit, long all) {
        var bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(all)
                .setUnit(" " + unit, 1)
                .setStyle(System.getenv("NO_COLOR") == null ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 100));
        // Time left is told where it is known from the start how much there is to do.
        return (all == 0 ? bar.hideEta() : bar).build();
    }

    /** Java can tell of standard output only, and that is where the data goes. */
    private static boolean isTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts")
                    && !"dumb".equals(System.getenv("TERM"));
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return System.console() != null && System.getenv("TERM") != null;
        }
    }

    void at(long done, long all) {
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(done);
        } else if (!quiet && System.nanoTime() - lastLine > LINE_EVERY) {
            lastLine = System.nanoTime();
            err.printf(
                    Locale.ROOT,
                    "%s: %,d of %,d %s (%d %%)%s%n",
                    task,
                    done,
                    all,
                    unit,
                    all == 0 ? 100 : 100 * done / all,
                    left(done, all));
        }
    }

    private String left(long done, long all) {
        if (done == 0 || all < done) {
            return "";
        }
        long seconds = (long) ((System.nanoTime() - begin) / 1e9 * (all - done) / done);
        return String.format(Locale.ROOT, ", about %d:%02d left", seconds / 60, seconds % 60);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
