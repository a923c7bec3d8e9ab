package io.dunlin.portfolio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Whether anything was said twice, in the memory of four megabytes however much is said: sorted runs of hashes, laid down
 * in a temporary file. It may be wrong in one way only, and very rarely: that it suspects a repetition where none is.
 */
final class Repeats implements AutoCloseable {
    private final long[] run;
    private int filled;
    private Path file;
    private FileChannel channel;
    private final List<Integer> runs = new ArrayList<>();

    Repeats() {
        this(512 << 10);
    }

    /** @param atOnce how many hashes are kept in memory */
    Repeats(int atOnce) {
        this.run = new long[atOnce];
    }

    void say(int kind, String id) throws IOException {
        if (filled == run.length) {
            layDown();
        }
        run[filled++] = hash(kind, id);
    }

    /** FNV-1a over the characters, then mixed: near ids must not lie near each other. */
    private static long hash(int kind, String id) {
        long hash = 0xcbf29ce484222325L ^ kind;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private void layDown() throws IOException {
        if (channel == null) {
            file = Files.createTempFile("dunlin-repeats-", null);
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        Arrays.sort(run, 0, filled);
        var bytes = ByteBuffer.allocate(filled * Long.BYTES);
        bytes.asLongBuffer().put(run, 0, filled);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        runs.add(filled);
        filled = 0;
    }

    boolean any() throws IOException {
        if (channel == null) {
            Arrays.sort(run, 0, filled);
            return anyEqualNeighbours(LongBuffer.wrap(run, 0, filled));
        }
        layDown();
        return anyAcrossRuns();
    }

    private static boolean anyEqualNeighbours(LongBuffer sorted) {
        for (int i = sorted.position() + 1; i < sorted.limit(); i++) {
            if (sorted.get(i) == sorted.get(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyAcrossRuns() throws IOException {
        var queue = new PriorityQueue<LongBuffer>(Comparator.comparingLong(buffer -> buffer.get(buffer.position())));
        long from = 0;
        for (int length : runs) {
            if (length > 0) {
                queue.add(channel.map(FileChannel.MapMode.READ_ONLY, from, (long) length * Long.BYTES)
                        .asLongBuffer());
            }
            from += (long) length * Long.BYTES;
        }
        var first = true;
        long before = 0;
        while (!queue.isEmpty()) {
            var least = queue.remove();
            long hash = least.get();
            if (!first && hash == before) {
                return true;
            }
            first = false;
            before = hash;
            if (least.hasRemaining()) {
                queue.add(least);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
