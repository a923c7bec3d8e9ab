package io.dunlin.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A sum over the files of an entry, by which one that was cut off or damaged is told from a whole one. */
final class Seal {
    private static final String NAME = "seal";

    private Seal() {}

    static void put(Path entry) throws IOException {
        Files.writeString(entry.resolve(NAME), of(entry));
    }

    static boolean isWhole(Path entry) {
        try {
            return Files.readString(entry.resolve(NAME)).equals(of(entry));
        } catch (IOException e) {
            return false;
        }
    }

    private static String of(Path entry) throws IOException {
        try (var list = Files.list(entry)) {
            var files = list.filter(file -> !file.endsWith(NAME)).sorted().toList();
            var sums = new StringBuilder();
            for (var file : files) {
                sums.append("%s %d %08x%n".formatted(file.getFileName(), Files.size(file), sum(file)));
            }
            return sums.toString();
        }
    }

    /** Not against an enemy, who could write a seal too: against disks. Costs a tenth of a second for a gigabyte. */
    private static long sum(Path file) throws IOException {
        var sum = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            var buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // the sum is what reading is for
            }
        }
        return sum.getValue();
    }
}
