package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;

/** What was done for invoices, numbered: equal numbers are equal steps, done equally long ago as far as rules can tell. */
final class Ladders {
    /** The number where nothing was done. */
    static final int UNTOUCHED = 0;

    private final int[] reaction = new int[Dossier.ACTIONS];
    private final Interner ladders = new Interner();

    Ladders(HoldNumbers numbers) {
        for (var action : Action.values()) {
            reaction[action.ordinal()] = numbers.reactionDays(action);
        }
        ladders.of(Long.MIN_VALUE, Long.MIN_VALUE);
    }

    int size() {
        return ladders.size();
    }

    int reactionDays(int action) {
        return reaction[action];
    }

    /** The number of what was done for an invoice, whenever it was. */
    int code(Dossier.Steps steps) {
        if (steps == null) {
            return UNTOUCHED;
        }
        if (steps.code < 0) {
            int code = ladders.of(steps.lastAction, -1);
            for (long left = steps.done; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                code = ladders.of(code, (long) action << 32 | steps.level[action]);
            }
            steps.code = code;
        }
        return steps.code;
    }

    /**
     * The number of what was done for an invoice, and of how long ago.
     *
     * @param fresh the actions whose time to react has not passed
     */
    int code(Dossier.Steps steps, Scale sinceAction, long fresh, int day) {
        if (steps == null) {
            return UNTOUCHED;
        }
        int since = steps.lastAction < 0 ? sinceAction.missing() : sinceAction.place(day - steps.lastOn);
        return ladders.of(-1L - code(steps), fresh << 16 | since);
    }
}
