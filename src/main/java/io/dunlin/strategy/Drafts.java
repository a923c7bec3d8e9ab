package io.dunlin.strategy;

import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** What people are working on. */
@ApplicationScoped
public class Drafts {
    /** As it is now, whole. */
    DraftRow get(String name) {
        return QuarkusTransaction.requiringNew().call(() -> find(name, LockModeType.NONE));
    }

    /** Its files, whatever state they are in. */
    public StrategyFiles files(String name) {
        return get(name).toFiles();
    }

    static DraftRow find(String name, LockModeType lock) {
        DraftRow row = DraftRow.findById(name, lock);
        if (row == null) {
            throw Problem.NOT_FOUND.because(
                    "There is no strategy `" + name + "`. GET /api/v1/strategies lists them, POST makes a new one.");
        }
        return row;
    }

    /** Replaces the whole draft. Of two who started from the same state one wins. */
    DraftRow put(String name, String ifMatch, StrategyFiles files, Signed signed) {
        var seen = seen(name, ifMatch);
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = lock(name, seen);
            row.edit(files, signed);
            return row;
        });
    }

    /** The revision that the client means, which is the current one. */
    long seen(String name, String ifMatch) {
        var revision = get(name).revision;
        Tags.demand(ifMatch, revision, "/api/v1/strategies/" + name + "/draft");
        return revision;
    }

    /** For the rest of the transaction nobody else changes it; refuses where somebody has. */
    static DraftRow lock(String name, long seen) {
        var row = find(name, LockModeType.PESSIMISTIC_WRITE);
        if (row.revision != seen) {
            throw Moves.lost("the draft of " + name);
        }
        return row;
    }
}
