package io.dunlin.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text with columns in braces. */
final class Template {
    static final String ROW = "row";
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

    private final List<String> parts = new ArrayList<>();

    /** Every second part, from the second on, is the name of a column. */
    Template(String text) {
        var hole = HOLE.matcher(text);
        int end = 0;
        while (hole.find()) {
            parts.add(text.substring(end, hole.start()));
            parts.add(hole.group(1));
            end = hole.end();
        }
        parts.add(text.substring(end));
    }

    List<String> parts() {
        return parts;
    }

    /** Every column a source reads. */
    static List<String> columns(Source source) {
        var columns = new ArrayList<String>();
        if (source.column() != null) {
            columns.add(source.column());
        }
        if (source.text() != null) {
            var hole = HOLE.matcher(source.text());
            while (hole.find()) {
                if (!hole.group(1).equals(ROW)) {
                    columns.add(hole.group(1));
                }
            }
        }
        if (source.plusDays() != null) {
            columns.add(source.plusDays());
        }
        return columns;
    }
}
