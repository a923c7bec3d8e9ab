package io.dunlin.cli;

import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.language.StrategyRefused;
import io.dunlin.mapping.MappingException;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.simulation.SimulationRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        if (problem instanceof StrategyRefused
                || problem instanceof UnreadableFile
                || problem instanceof SimulationRefused
                || problem instanceof AssumptionsRefused
                || problem instanceof Failure) {
            return problem.getMessage();
        }
        if (problem instanceof LinkageError
                && Stream.of(problem.getStackTrace()).anyMatch(Complaint::isOfLibrary)) {
            return ofLibrary(problem);
        }
        return problem instanceof IOException io ? ofFiles(io) : defect(problem);
    }

    private static boolean isOfLibrary(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.duckdb.");
    }

    /** DuckDB brings one that lies in the temporary folder while it is used. */
    private static String ofLibrary(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "a library cannot be loaded from the temporary folder `" + System.getProperty("java.io.tmpdir")
                + "`; is the disk full, or may nothing be run there? Choose another with"
                + " DUNLIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER. (" + root.getMessage() + ")";
    }

    /** The deepest cause and where it arose: enough to report it, little enough to read. */
    private static String defect(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var at = root.getStackTrace().length == 0 ? "" : " at " + root.getStackTrace()[0];
        return "this is a defect of dunlin, please report it: " + root + at;
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
