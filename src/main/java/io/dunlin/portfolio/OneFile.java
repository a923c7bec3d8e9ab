package io.dunlin.portfolio;

import io.dunlin.book.Families;
import io.dunlin.mapping.CsvFile;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.RowCursor;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.HeapRows.Laid;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One file on a walk: the row the walk stands at, and whether the file goes on in the order of its customers. */
final class OneFile implements AutoCloseable {
    private final int number;
    private final Kind kind;
    private final String name;
    private final CountingStream in;
    private final RowCursor rows;
    private final Consumer<Reject> rejects;
    private long leftOut;
    private Laid head;

    OneFile(int number, PortfolioFiles files, Consumer<Reject> rejects) throws IOException, UnreadableFile {
        var file = files.paths().get(number);
        var mapping = files.mappings().get(file);
        this.number = number;
        this.rejects = rejects;
        this.kind = mapping.kind();
        this.name = String.valueOf(file.getFileName());
        this.in = open(file);
        try {
            this.rows = CsvFile.open(in, mapping, rejects);
        } catch (UnreadableFile e) {
            throw of(e);
        }
        try {
            advance();
        } catch (IOException | UnreadableFile | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static CountingStream open(Path file) throws IOException {
        return new CountingStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    Kind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    long bytes() {
        return in.count();
    }

    long rejected() {
        return rows.rejected() + leftOut;
    }

    /** The row the walk stands at. */
    void leaveOut(String column, String value, String reason) {
        leftOut++;
        rejects.accept(new Reject(head.row().line(), column, value, reason));
    }

    /** Null at the end of the file. */
    Laid head() {
        return head;
    }

    /** Null where the rows only name an invoice. */
    String customer() {
        return head == null ? null : head.customer();
    }

    void advance() throws IOException, UnreadableFile {
        var before = customer();
        try {
            var row = rows.next();
            head = row == null ? null : Laid.of(number, kind, row);
        } catch (UnreadableFile e) {
            throw of(e);
        }
        var now = customer();
        if (before != null && now != null && !now.equals(before) && Families.ID_ORDER.compare(before, now) > 0) {
            throw new NotSorted(told(head) + "customer `" + now + "` stands after `" + before + "`");
        }
    }

    /** For a sentence that begins with the place of a row. */
    String told(Laid row) {
        return name + ", line " + row.row().line() + ": ";
    }

    private UnreadableFile of(UnreadableFile e) {
        return new UnreadableFile(name + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        if (rows == null) {
            in.close();
        } else {
            rows.close();
        }
    }
}
