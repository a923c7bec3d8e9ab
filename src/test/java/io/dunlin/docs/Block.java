package io.dunlin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a guide under a mark:
 *
 * <ul>
 *   <li>{@code <!-- file NAME -->} the reader is told to save it under that name,
 *   <li>{@code <!-- run -->} commands,
 *   <li>{@code <!-- answer -->} what the last command must have answered at least; {@code <!-- answer 409 -->} with that
 *       status (HTTP) or exit code (command line) instead of a good one.
 * </ul>
 */
record Block(String verb, String argument, String language, String text, int line) {
    private static final Pattern MARKED =
            Pattern.compile("(?ms)^<!-- (file|run|answer)(?: (\\S+))? -->\\n+```(\\w+)\\n(.*?)^```$");

    static List<Block> of(Path guide) throws IOException {
        var text = Files.readString(guide);
        return MARKED.matcher(text)
                .results()
                .map(m -> new Block(
                        m.group(1),
                        m.group(2) == null ? "" : m.group(2),
                        m.group(3),
                        m.group(4),
                        1 + (int) text.substring(0, m.start()).lines().count()))
                .toList();
    }
}
