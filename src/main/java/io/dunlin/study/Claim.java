package io.dunlin.study;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The right to work on one study. It can be lost at any moment: the study is cancelled or deleted, the service ends, or
 * another instance took this one for dead. What is written is written only by who still has it.
 */
final class Claim {
    private final String study;
    private final UUID owner;
    private final int starts;
    private volatile boolean lost;

    /** Nothing is wrong: somebody else sees to the study from now on, or nobody needs to. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Lost() {
            super("somebody else works on the study, or nobody", null, false, false);
        }
    }

    Claim(String study, UUID owner, int starts) {
        this.study = study;
        this.owner = owner;
        this.starts = starts;
    }

    String study() {
        return study;
    }

    UUID owner() {
        return owner;
    }

    /** This one included, how often it was begun since it last got on. */
    int starts() {
        return starts;
    }

    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    void check() {
        if (lost) {
            throw new Lost();
        }
    }

    /** All of it or nothing, and only where the claim still stands. */
    void write(Consumer<StudyRow> work) {
        check();
        QuarkusTransaction.requiringNew().run(() -> {
            var row = StudyRow.locked(study).filter(found -> owner.equals(found.owner));
            if (row.isEmpty()) {
                lose();
                throw new Lost();
            }
            work.accept(row.get());
            // So that a full disk is seen as what it is, and not as a failed commit.
            StudyRow.getEntityManager().flush();
        });
    }
}
