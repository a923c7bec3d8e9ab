package io.dunlin.strategy;

import io.dunlin.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Checks of the whole book one after the other: each takes several threads and connections, and customers are to be
 * answered meanwhile. Of several who want to move the same pointer, the others are then told without another look.
 */
@ApplicationScoped
public class Turns {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Semaphore turn = new Semaphore(1, true);

    <T> T take(Supplier<T> work) {
        if (!isMine()) {
            throw Problem.UNAVAILABLE.because("Others are having versions checked. Nothing was changed; try again.");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private boolean isMine() {
        try {
            return turn.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
