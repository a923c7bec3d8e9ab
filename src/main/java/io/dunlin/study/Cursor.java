package io.dunlin.study;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import java.util.regex.Pattern;

/** Where a page of changes begins; to clients a word without a meaning. */
record Cursor(int part, int line) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
    private static final Cursor START = new Cursor(-1, -1);

    static Cursor of(ChangeRow row) {
        return new Cursor(row.part, row.line);
    }

    static Cursor parse(String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        var written = WRITTEN.matcher(after);
        if (!written.matches()) {
            new Findings()
                    .field("after", "`" + after + "` is no `next` of a page; leave it out to begin.")
                    .refuseIfAny(Problem.BAD_REQUEST);
        }
        return new Cursor(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    @Override
    public String toString() {
        return part + "-" + line;
    }
}
