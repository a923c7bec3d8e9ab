package io.dunlin.ledger;

import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** All or nothing; a write that collides with another one is done over, once, on what that other one left. */
@ApplicationScoped
public class OneTransaction {
    /** Unique violation, serialization failure, deadlock. */
    private static final Set<String> COLLISIONS = Set.of("23505", "40001", "40P01");

    private final EntityManager database;

    OneTransaction(EntityManager database) {
        this.database = database;
    }

    <T> T run(Supplier<T> work) {
        try {
            return once(work);
        } catch (RuntimeException first) {
            if (!collided(first)) {
                throw first;
            }
        }
        try {
            return once(work);
        } catch (RuntimeException second) {
            throw collided(second)
                    ? Problem.CONFLICT.because("Somebody else is changing the same thing. Send it again in a moment.")
                    : second;
        }
    }

    /** Flushes inside, so that a collision is seen as what it is and not as a failed commit. */
    private <T> T once(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var result = work.get();
            database.flush();
            return result;
        });
    }

    private static boolean collided(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
