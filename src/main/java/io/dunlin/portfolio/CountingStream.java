package io.dunlin.portfolio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how far it was read. */
final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = in.read(target, from, length);
        count += Math.max(0, read);
        return read;
    }
}
