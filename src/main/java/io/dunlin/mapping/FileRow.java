package io.dunlin.mapping;

import de.siegmar.fastcsv.reader.CsvRecord;

/** One row as it stands in a file, whatever the file's format. */
interface FileRow {
    int columns();

    /** Empty or null where nothing stands. */
    String at(int column);

    /** Where the row starts; a CSV file's header is line 1, a Parquet file has no header and its first row is 1. */
    long line();

    record OfCsv(CsvRecord record) implements FileRow {
        @Override
        public int columns() {
            return record.getFieldCount();
        }

        @Override
        public String at(int column) {
            return record.getField(column);
        }

        @Override
        public long line() {
            return record.getStartingLineNumber();
        }
    }
}
