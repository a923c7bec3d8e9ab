package io.dunlin.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses which entry of a directory, across threads and processes: a byte of one file stands for each entry, locked as
 * long as somebody uses it. The operating system lets go however a process ends.
 */
final class Holds {
    private static final Map<Path, Holds> OPEN = new HashMap<>();

    /** Never closed: closing one channel gives up every lock this process has on the file. */
    private final FileChannel channel;

    private final Map<Long, Hold> held = new HashMap<>();

    private static final class Hold {
        private final FileLock lock;
        private int users;

        Hold(FileLock lock) {
            this.lock = lock;
        }
    }

    private Holds(FileChannel channel) {
        this.channel = channel;
    }

    static Holds in(Path directory) throws IOException {
        synchronized (OPEN) {
            var real = directory.toRealPath();
            var holds = OPEN.get(real);
            // The directory may have been deleted meanwhile, the file of the locks with it.
            if (holds == null || !Files.exists(real.resolve("in-use"))) {
                holds = new Holds(FileChannel.open(
                        real.resolve("in-use"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
                OPEN.put(real, holds);
            }
            return holds;
        }
    }

    /** Until closed nobody else removes the entry, whether it is there yet or not. */
    synchronized Closeable hold(String entry) throws IOException {
        long place = place(entry);
        var hold = held.get(place);
        if (hold == null) {
            hold = new Hold(channel.lock(place, 1, true));
            held.put(place, hold);
        }
        hold.users++;
        return () -> letGo(place);
    }

    private synchronized void letGo(long place) throws IOException {
        var hold = held.get(place);
        if (--hold.users == 0) {
            held.remove(place);
            hold.lock.release();
        }
    }

    interface Removal {
        void run() throws IOException;
    }

    /** Not while anybody holds the entry, and nobody gets hold of it meanwhile. */
    synchronized boolean ifFree(String entry, Removal removal) throws IOException {
        long place = place(entry);
        if (held.containsKey(place)) {
            return false;
        }
        try (var lock = channel.tryLock(place, 1, false)) {
            if (lock == null) {
                return false;
            }
            removal.run();
            return true;
        }
    }

    private static long place(String entry) {
        long hash = 1;
        for (int i = 0; i < entry.length(); i++) {
            hash = hash * 31 + entry.charAt(i);
        }
        return hash >>> 2;
    }
}
