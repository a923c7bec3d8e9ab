package io.dunlin.cli;

import io.dunlin.language.StrategyRefused;
import io.dunlin.portfolio.MappingException;
import io.dunlin.portfolio.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Collectors;

/** One sentence for the person at the keyboard; a stack trace would tell that person nothing. */
final class Complaint {
    private Complaint() {}

    static String inWords(Throwable problem) {
        if (problem instanceof UncheckedIOException unchecked) {
            return inWords(unchecked.getCause());
        }
        if (problem instanceof MappingException mapping) {
            return "the mapping cannot be used:\n"
                    + mapping.findings().stream().map(finding -> "  " + finding).collect(Collectors.joining("\n"));
        }
        if (problem instanceof StrategyRefused || problem instanceof UnreadableFile || problem instanceof Failure) {
            return problem.getMessage();
        }
        return problem instanceof IOException io
                ? ofFiles(io)
                : "dunlin failed, which is a defect of dunlin: " + problem;
    }

    private static String ofFiles(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no file or directory `" + problem.getMessage() + "`";
        }
        if (problem instanceof AccessDeniedException) {
            return "no permission for `" + problem.getMessage() + "`";
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return "`" + problem.getMessage() + "` is in the way: it is a file, not a directory";
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
