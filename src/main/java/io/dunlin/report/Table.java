package io.dunlin.report;

import java.util.List;

/**
 * A table of texts; the first columns are names, the others figures.
 *
 * @param names how many columns are names
 */
public record Table(String caption, int names, List<String> header, List<Row> rows) {
    private static final int AT_ONCE = 12;

    public record Row(List<Cell> cells, String mark) {}

    public record Cell(String text, boolean figure) {}

    static final class Builder {
        private final String caption;
        private final int names;
        private final List<String> header;
        private final List<Row> rows = new java.util.ArrayList<>();

        Builder(String caption, int names, String... header) {
            this.caption = caption;
            this.names = names;
            this.header = List.of(header);
        }

        Builder row(String... texts) {
            return marked("", texts);
        }

        Builder marked(String mark, String... texts) {
            var cells = new java.util.ArrayList<Cell>();
            for (int i = 0; i < texts.length; i++) {
                cells.add(new Cell(texts[i] == null ? "" : texts[i], i >= names));
            }
            rows.add(new Row(cells, mark));
            return this;
        }

        Table build() {
            return new Table(caption, names, header, List.copyOf(rows));
        }
    }

    /** What is seen at once. */
    public Table head() {
        return new Table(caption, names, header, rows.subList(0, Math.min(AT_ONCE, rows.size())));
    }

    /** What is seen when asked for. */
    public Table rest() {
        return new Table("", names, header, rows.subList(Math.min(AT_ONCE, rows.size()), rows.size()));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
