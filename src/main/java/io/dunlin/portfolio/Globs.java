package io.dunlin.portfolio;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** File names with {@code *}, {@code ?}, {@code [a-z]} and {@code {a,b}} in them; {@code **} reaches into directories. */
final class Globs {
    private static final String MARKS = ".*[*?\\[{].*";

    private Globs() {}

    static boolean is(Path path) {
        return path.toString().matches(MARKS);
    }

    static boolean fits(String pattern, String name) {
        return pattern.equals(name)
                || FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name));
    }

    /** In the order of their names; a name without marks is itself. */
    static List<Path> files(Path pattern) throws IOException {
        if (Files.isRegularFile(pattern)) {
            return List.of(pattern);
        }
        var start = pattern.getParent();
        while (start != null && is(start)) {
            start = start.getParent();
        }
        var root = start == null ? Path.of("") : start;
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.normalize());
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(file.normalize()))
                    .sorted()
                    .toList();
        }
    }
}
