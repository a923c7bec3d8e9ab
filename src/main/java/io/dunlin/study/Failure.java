package io.dunlin.study;

import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Why a study ended without a result, as somebody is told who asks. */
record Failure(Problem problem, String detail) {
    private static final String NO_ROOM = "53";
    private static final String NO_CONNECTION = "08";
    private static final String SERVER_GOES_DOWN = "57";

    static Failure of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return new Failure(refusal.problem(), refusal.getMessage());
        }
        if (has(failure, e -> e instanceof SQLException sql && isOf(NO_ROOM, sql))) {
            return new Failure(
                    Problem.UNAVAILABLE,
                    "The database has no room left for it; nothing of it was kept. Make room, or order less.");
        }
        if (has(failure, e -> e instanceof IOException || e instanceof UncheckedIOException)) {
            return new Failure(
                    Problem.UNAVAILABLE,
                    "A temporary file cannot be used; is the disk full? (" + inShort(failure) + ")");
        }
        var id = UUID.randomUUID().toString();
        Log.errorf(failure, "a simulation failed, told under the id %s", id);
        return new Failure(
                Problem.DEFECT,
                "Tell whoever runs this service the id " + id + "; its log has the story under that id.");
    }

    static Failure afterTooManyStarts(int starts) {
        return new Failure(
                Problem.DEFECT,
                "The service ended " + (starts - 1) + " times while it worked on the same customers; it is not begun"
                        + " again. Perhaps it wants more memory than there is.");
    }

    /** Whether the database is away for a while, which is nobody's failure. */
    static boolean isPassing(Throwable failure) {
        return has(
                failure,
                e -> e instanceof SQLException sql && (isOf(NO_CONNECTION, sql) || isOf(SERVER_GOES_DOWN, sql)));
    }

    /** What lies at the bottom of it; on the way up whole rows are repeated. */
    static String inShort(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isOf(String states, SQLException e) {
        return Optional.ofNullable(e.getSQLState())
                .filter(state -> state.startsWith(states))
                .isPresent();
    }

    private static boolean has(Throwable failure, Predicate<Throwable> what) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (what.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
