package io.dunlin.precedent;

import io.dunlin.engine.Standing;
import io.dunlin.engine.Standing.Step;
import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A case that was decided, with what choosing the day's contact asks of it at hand. */
final class Entry {
    /** Of what nothing can be wanted. */
    static final Entry DORMANT = new Entry();

    final Step alone;
    final Step folded;
    final Action action;
    final int rank;
    final boolean wins;
    final boolean contact;
    final boolean needsHuman;
    /** Whether any rule proposed anything, even if it came to nothing. */
    final boolean wanted;

    /** Whether no rule said anything, were it only to object. */
    final boolean silent;

    private final long stopped;
    /** By action and level; empty for most. */
    private final BitSet unmentionable = new BitSet();
    /** The last customer about whom it was said; kept by whoever counts customers. */
    long aloneSaid;

    long foldedSaid;

    private Entry() {
        this.alone = this.folded = new Step(Action.NO_ACTION, 0, Channel.INTERNAL, null, List.of(), Set.of());
        this.action = Action.NO_ACTION;
        this.rank = 0;
        this.wins = this.contact = this.needsHuman = this.wanted = false;
        this.silent = true;
        this.stopped = 0;
    }

    Entry(Standing standing, Manifest manifest) {
        this.alone = standing.alone();
        this.folded = standing.folded();
        this.action = alone.action();
        this.rank = manifest.rank(action);
        this.wins = action != Action.NO_ACTION && action != Action.NEEDS_HUMAN;
        this.contact = wins && action.isContact();
        standing.unmentionable().forEach(its -> unmentionable.set(number(its.action(), its.level())));
        this.needsHuman = standing.needsHuman();
        this.wanted = standing.wanted();
        this.silent = alone.spoke().isEmpty() && folded.spoke().isEmpty();
        this.stopped = standing.stopped().stream()
                .mapToLong(stop -> 1L << stop.ordinal())
                .sum();
    }

    boolean stops(Action other) {
        return (stopped & 1L << other.ordinal()) != 0;
    }

    /** Whether the guard has it mentioned in a contact about another one. */
    boolean isMentionable(Step step) {
        return !unmentionable.get(number(step.action(), step.level()));
    }

    private static int number(Action action, int level) {
        return level * Dossier.ACTIONS + action.ordinal();
    }
}
