package io.dunlin.cli;

import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The strategies a directory holds: itself, or each directory in it. */
final class StrategyFolders {
    private StrategyFolders() {}

    static List<Path> in(Path directory) throws IOException, Failure {
        if (!Files.exists(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        if (isStrategy(directory)) {
            return List.of(directory);
        }
        var found = new ArrayList<Path>();
        if (Files.isDirectory(directory)) {
            try (var list = Files.list(directory)) {
                list.filter(StrategyFolders::isStrategy).sorted().forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new Failure("`" + directory + "` is not a strategy: it has no " + StrategyFiles.MANIFEST);
        }
        return found;
    }

    private static boolean isStrategy(Path directory) {
        return Files.isRegularFile(directory.resolve(StrategyFiles.MANIFEST));
    }

    static StrategyFiles read(Path folder) throws IOException, Failure {
        try {
            return StrategyFiles.read(folder);
        } catch (CharacterCodingException e) {
            throw new Failure("a file of `" + folder + "` cannot be read as UTF-8 text");
        }
    }
}
