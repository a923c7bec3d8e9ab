package io.dunlin.mapping;

import java.util.List;

/** How one field is taken from a row, with the header's positions looked up once. */
final class Cell {
    private final Source source;
    private final Header header;
    private final boolean trim;
    private final List<String> template;
    private final int position;
    private final int daysPosition;
    private final boolean typed;
    private final Dates dates;

    Cell(Source source, Header header, Format format, Dates shared) {
        this.source = source;
        this.header = header;
        this.trim = format.trim();
        this.template = source.text() == null ? null : new Template(source.text()).parts();
        this.position = position(source.column());
        this.daysPosition = position(source.plusDays());
        this.typed = header.typed().contains(position);
        this.dates =
                typed ? new Dates(Format.PLAIN.dates()) : source.dates().isEmpty() ? shared : new Dates(source.dates());
    }

    private int position(String column) {
        return column == null ? -1 : header.positions().getOrDefault(column, -1);
    }

    /** What to call it when it is wrong. */
    String name(String field) {
        return source.column() == null ? field : source.column();
    }

    Dates dates() {
        return dates;
    }

    /** Whether the file itself knows what the value is, so that the marks and patterns of the mapping do not matter. */
    boolean isTyped() {
        return typed;
    }

    boolean addsDays() {
        return source.plusDays() != null;
    }

    String daysName() {
        return source.plusDays();
    }

    /** Null where nothing stands there. */
    String days(FileRow row) {
        return at(row, daysPosition);
    }

    /** As it stands in the file; null where nothing does. */
    String raw(FileRow row) {
        return source.column() == null ? null : at(row, position);
    }

    String text(FileRow row, long number) {
        var text = template != null ? filled(row, number) : source.value() != null ? source.value() : at(row, position);
        if (text == null) {
            return source.fallback();
        }
        var replaced = source.values().getOrDefault(text, text);
        return replaced.isEmpty() ? source.fallback() : replaced;
    }

    private String filled(FileRow row, long number) {
        var text = new StringBuilder();
        for (int i = 0; i < template.size(); i++) {
            var part = template.get(i);
            if (i % 2 == 0) {
                text.append(part);
            } else if (part.equals(Template.ROW)) {
                text.append(number);
            } else {
                var value = at(row, position(part));
                text.append(value == null ? "" : value);
            }
        }
        return text.toString();
    }

    private String at(FileRow row, int index) {
        if (index < 0) {
            return null;
        }
        var stands = row.at(index);
        var text = stands != null && trim ? stands.strip() : stands;
        return text == null || text.isEmpty() ? null : text;
    }
}
