package io.dunlin.mapping;

import java.util.List;
import java.util.Map;

/**
 * Where the value of one field comes from: a column, a text made of columns, or a constant.
 *
 * @param column header name; null where {@code text} or {@code value} is given
 * @param text literal text with {@code {Column}} and {@code {row}} (1 for the first row after the header) filled in
 * @param value the same for every row
 * @param plusDays column with a number of days to add to the date
 * @param values replaces what stands in the file, before anything else reads it
 * @param fallback stands in for an empty cell
 * @param dates patterns of this field alone; empty for those of the file
 * @param optional the column may be absent from the file; then the field is empty
 */
record Source(
        String column,
        String text,
        String value,
        String plusDays,
        Map<String, String> values,
        String fallback,
        List<String> dates,
        boolean optional) {

    static Source column(String name) {
        return new Source(name, null, null, null, Map.of(), null, List.of(), false);
    }

    static Source constant(String value) {
        return new Source(null, null, value, null, Map.of(), null, List.of(), false);
    }
}
