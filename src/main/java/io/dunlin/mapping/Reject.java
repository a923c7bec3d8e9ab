package io.dunlin.mapping;

/**
 * A row that is not believed, and why.
 *
 * @param column name in the file's header (the field's name where the mapping derives it); null: the row as a whole
 * @param value as it stands in the file; null where nothing stands there
 * @param reason one sentence in words
 */
public record Reject(long line, String column, String value, String reason) {
    @Override
    public String toString() {
        var at = "line " + line + (column == null ? "" : ", column " + column);
        return at + (value == null ? "" : " `" + value + "`") + ": " + reason;
    }
}
