package io.dunlin.precedent;

import io.dunlin.engine.Standing;
import io.dunlin.engine.Standing.Mention;
import io.dunlin.engine.Standing.Step;
import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import java.util.Set;

/** A case that was decided, with what choosing the day's contact asks of it at hand. */
final class Entry {
    final Step alone;
    final Step folded;
    final Action action;
    final int rank;
    final boolean wins;
    final boolean contact;
    final boolean needsHuman;
    /** Whether any rule proposed anything, even if it came to nothing. */
    final boolean wanted;

    private final long stopped;
    private final Set<Mention> unmentionable;
    /** The last customer about whom it was said; kept by whoever counts customers. */
    long aloneSaid;

    long foldedSaid;

    Entry(Standing standing, Manifest manifest) {
        this.alone = standing.alone();
        this.folded = standing.folded();
        this.action = alone.action();
        this.rank = manifest.rank(action);
        this.wins = action != Action.NO_ACTION && action != Action.NEEDS_HUMAN;
        this.contact = wins && action.isContact();
        this.unmentionable = standing.unmentionable();
        this.needsHuman = standing.needsHuman();
        this.wanted = standing.wanted();
        this.stopped = standing.stopped().stream()
                .mapToLong(stop -> 1L << stop.ordinal())
                .sum();
    }

    boolean stops(Action other) {
        return (stopped & 1L << other.ordinal()) != 0;
    }

    /** Whether the guard has it mentioned in a contact about another one. */
    boolean isMentionable(Step step) {
        return unmentionable.isEmpty() || !unmentionable.contains(new Mention(step.action(), step.level()));
    }
}
