package io.dunlin.book;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that was really done: a letter sent, a call made, an internal step finished. Only this advances the ladder;
 * a recommendation does not.
 *
 * @param decision the decision it carries out; null for a manual contact, which counts all the same
 * @param steps what it was for each invoice; an empty list is a contact that advances nothing
 */
public record Contact(
        String id,
        String customer,
        LocalDate on,
        Channel channel,
        Result result,
        String by,
        String note,
        String decision,
        List<Step> steps) {

    /** {@code invoice} is null for a step that concerns the customer as a whole; a level left out is the first. */
    public record Step(String invoice, Action action, int level) {
        public Step {
            level = level == 0 ? 1 : level;
        }
    }

    public enum Result {
        /** Carried out. */
        DONE,
        /** Carried out and the customer reacted. */
        ANSWERED,
        /** Tried, nobody there: counts as a contact, does not advance the ladder. */
        NO_ANSWER,
        /** Never arrived: counts as nothing. */
        UNDELIVERABLE
    }

    public Contact {
        result = result == null ? Result.DONE : result;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public boolean advancesLadder() {
        return result == Result.DONE || result == Result.ANSWERED;
    }

    public boolean countsAsContact() {
        return channel.reachesCustomer() && result != Result.UNDELIVERABLE;
    }
}
