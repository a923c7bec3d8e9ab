package io.dunlin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a command reads, so that it never writes over it. */
final class Inputs {
    private Inputs() {}

    /**
     * @param read files, and folders of which every file is read; null stands for none
     * @param written null stands for none
     */
    static void refuseToOverwrite(List<Path> read, Path... written) throws IOException, Failure {
        var outputs = Arrays.stream(written).filter(Objects::nonNull).toList();
        for (var output : outputs) {
            for (var input : read) {
                if (input != null && isIn(output, input)) {
                    throw new Failure(
                            "`" + output + "` is read by this command and would be overwritten; name another file");
                }
            }
            if (outputs.stream().filter(other -> isSame(other, output)).count() > 1) {
                throw new Failure("`" + output + "` would be written twice; name another file for one of them");
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static boolean isIn(Path output, Path input) throws IOException {
        if (!Files.exists(output) || !Files.exists(input)) {
            return false;
        }
        return Files.isDirectory(input)
                ? output.toRealPath().startsWith(input.toRealPath())
                : Files.isSameFile(output, input);
    }
}
