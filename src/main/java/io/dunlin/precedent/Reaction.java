package io.dunlin.precedent;

import io.dunlin.vocabulary.Action;

/** Which actions done about an invoice have not had their time to react, and until when. */
final class Reaction {
    private static final int NEVER = Integer.MAX_VALUE;

    private final long claims;
    long fresh;
    /** The end of the first of them. */
    int freshUntil;
    /** The end of the last that asked for money; 0 where none did. */
    int until;

    Reaction() {
        long claimed = 0;
        for (var action : Action.values()) {
            claimed |= action.claim() == Action.Claim.NOTHING ? 0 : 1L << action.ordinal();
        }
        this.claims = claimed;
    }

    void look(Dossier.Steps steps, int day, Ladders ladders) {
        fresh = 0;
        freshUntil = NEVER;
        until = 0;
        if (steps != null) {
            for (long left = steps.done; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                int end = steps.on[action] + ladders.reactionDays(action);
                if (day < end) {
                    fresh |= 1L << action;
                    freshUntil = Math.min(freshUntil, end);
                    until = (claims & 1L << action) == 0 ? until : Math.max(until, end);
                }
            }
        }
    }
}
