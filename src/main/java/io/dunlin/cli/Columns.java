package io.dunlin.cli;

import java.io.PrintWriter;
import java.util.List;

/** A table for reading: the first column to the left, numbers to the right. */
final class Columns {
    private Columns() {}

    static void print(List<List<String>> rows, PrintWriter out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                var padding = " ".repeat(width - row.get(i).length());
                line.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
