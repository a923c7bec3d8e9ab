package io.dunlin.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBDriver;

/** Reads one Parquet file row by row, with the same mappings as CSV; dates and numbers know themselves what they are. */
public final class ParquetFile {
    private ParquetFile() {}

    public static boolean is(Path file) {
        return file.toString().endsWith(".parquet");
    }

    public static CsvFile.Tally read(Path file, Mapping mapping, Sink sink) throws IOException, UnreadableFile {
        if (!Files.isReadable(file)) {
            throw new UnreadableFile("there is no readable file `" + file + "`");
        }
        try (var database = open();
                var statement = database.createStatement()) {
            var source = "read_parquet('" + file.toString().replace("'", "''") + "')";
            var columns = new ArrayList<String>();
            var texts = new ArrayList<String>();
            var typed = new HashSet<Integer>();
            try (var described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
                while (described.next()) {
                    var name = described.getString(1);
                    var type = described.getString(2);
                    if (!type.equals("VARCHAR")) {
                        typed.add(columns.size());
                    }
                    columns.add(name);
                    texts.add(text("\"" + name.replace("\"", "\"\"") + "\"", type));
                }
            }
            var header = Header.of(columns, mapping, Set.copyOf(typed));
            try (var rows = statement.executeQuery("SELECT " + String.join(", ", texts) + " FROM " + source)) {
                return read(new RowReader(mapping, header, sink::reject), new Rows(rows, columns.size()), sink);
            }
        } catch (SQLException | Broken e) {
            throw new UnreadableFile("the file is not readable as Parquet; is it cut off, or something else?", e);
        }
    }

    private static CsvFile.Tally read(RowReader reader, Rows rows, Sink sink) {
        long good = 0;
        long rejected = 0;
        while (rows.hasNext()) {
            var row = reader.read(rows.next());
            if (row == null) {
                rejected++;
            } else {
                good++;
                sink.row(row);
            }
        }
        return new CsvFile.Tally(good, rejected);
    }

    private static Connection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", "384MB");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        return new DuckDBDriver().connect("jdbc:duckdb:", settings);
    }

    /** A time of day is not asked for anywhere; a binary fraction is written without the zero nobody meant. */
    private static String text(String column, String type) {
        if (type.startsWith("TIMESTAMP")) {
            return "CAST(CAST(" + column + " AS DATE) AS VARCHAR)";
        }
        var text = "CAST(" + column + " AS VARCHAR)";
        return type.equals("DOUBLE") || type.equals("FLOAT") ? "regexp_replace(" + text + ", '\\.0$', '')" : text;
    }

    /** A file that turns out to be broken in its middle. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static final class Rows implements Iterator<FileRow> {
        private final ResultSet rows;
        private final int columns;
        private long number;
        private boolean more;

        Rows(ResultSet rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            advance();
        }

        private void advance() {
            try {
                more = rows.next();
            } catch (SQLException e) {
                throw new Broken(e);
            }
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public FileRow next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            var texts = new ArrayList<String>(columns);
            try {
                for (int i = 1; i <= columns; i++) {
                    texts.add(rows.getString(i));
                }
            } catch (SQLException e) {
                throw new Broken(e);
            }
            advance();
            return new OfParquet(texts, ++number);
        }
    }

    private record OfParquet(List<String> texts, long line) implements FileRow {
        @Override
        public int columns() {
            return texts.size();
        }

        @Override
        public String at(int column) {
            return texts.get(column);
        }
    }
}
