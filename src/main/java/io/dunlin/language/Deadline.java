package io.dunlin.language;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How much computing one reading or one decision may cost. Whoever works looks at it again and again and leaves by an
 * exception, so that no thread is left burning. It counts the thread's own time: a busy machine refuses nothing that an
 * idle one accepts.
 */
public final class Deadline {
    /** What a strategy at the bounds of size takes is a fraction of it, also in a cold process. */
    static final Duration READING = Duration.ofSeconds(8);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Asking the clock costs more than most of what is done between two looks. */
    private static final int EVERY = 256;

    private final boolean own = cpuTime() >= 0;
    private final Duration length;
    private final long start = now();
    private int looks;

    private Deadline(Duration length) {
        this.length = length;
    }

    public static Deadline of(Duration length) {
        return new Deadline(length);
    }

    /** Cheap enough for the innermost loop. */
    void look() {
        if (++looks % EVERY == 0) {
            check();
        }
    }

    public void check() {
        if (now() - start >= length.toNanos()) {
            throw new Passed(length);
        }
    }

    private long now() {
        return own ? cpuTime() : System.nanoTime();
    }

    /** Negative where it is not known, as for virtual threads. */
    private static long cpuTime() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
    }

    public static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed(Duration length) {
            super("more than " + length.toSeconds() + " seconds of computing", null, false, false);
        }
    }
}
