package io.dunlin.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 to text, which says where it stops being UTF-8; the JDK's readers know neither byte nor line. */
final class StrictUtf8 extends Reader {
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long offset;
    private long line = 1;
    private boolean ended;
    private boolean started;

    StrictUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var chars = CharBuffer.wrap(target, from, length);
        while (chars.position() == from) {
            var before = bytes.position();
            var result = decoder.decode(bytes, chars, ended);
            count(before);
            if (result.isError()) {
                throw malformed();
            }
            if (result.isUnderflow() && chars.position() == from) {
                if (ended) {
                    return -1;
                }
                fill();
            } else if (result.isOverflow() && chars.position() == from) {
                // a pair of surrogates does not fit into a single char: the reader above always asks for more
                throw new IOException("buffer too small for a character");
            }
        }
        return chars.position() - from;
    }

    private void count(int before) {
        for (int i = before; i < bytes.position(); i++) {
            if (bytes.get(i) == '\n') {
                line++;
            }
        }
        offset += bytes.position() - before;
    }

    private void fill() throws IOException {
        bytes.compact();
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.limit(bytes.position() + Math.max(0, read)).position(0);
        if (!started && (ended || bytes.limit() >= 3)) {
            started = true;
            skipMark();
        }
    }

    private void skipMark() {
        if (bytes.limit() >= 3
                && (bytes.get(0) & 0xFF) == 0xEF
                && (bytes.get(1) & 0xFF) == 0xBB
                && (bytes.get(2) & 0xFF) == 0xBF) {
            bytes.position(3);
            offset = 3;
        }
    }

    private Malformed malformed() {
        var hint = offset <= 3 && bytes.remaining() > 1 && (bytes.get(bytes.position()) & 0xFF) >= 0xFE
                ? " (it looks like UTF-16)"
                : "";
        return new Malformed(String.format(
                "the file is not UTF-8: byte 0x%02X at offset %d, line %d, begins no character%s; save it as UTF-8",
                bytes.get(bytes.position()) & 0xFF, offset, line, hint));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
