package io.dunlin.portfolio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Gives a file one flaw near its end; the rest of it is fine, so that only looking at all of it tells. */
final class OnlyLooksSorted {
    private OnlyLooksSorted() {}

    static void make(Path file, String flaw) throws Exception {
        var disputes = file.getFileName().toString().equals("disputes.csv");
        var lines = new ArrayList<>(Files.readAllLines(file));
        int last = lines.size() - 1;
        var fields = lines.get(last).split(",", -1);
        switch (flaw) {
            case "order of its customers", "order of its invoices" -> lines.add(last - 40, lines.remove(last));
            case "id twice" -> fields[0] = lines.get(1).split(",", -1)[0];
            case "unknown invoice" -> fields[disputes ? 1 : 2] = "nobody's";
            case "invoice of another customer" -> fields[2] = lines.get(1).split(",", -1)[2];
            default -> throw new IllegalArgumentException(flaw);
        }
        if (!flaw.startsWith("order")) {
            lines.set(last, String.join(",", fields));
        }
        Files.write(file, lines);
    }
}
