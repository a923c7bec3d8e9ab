package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;

/** What was done for invoices, numbered: equal numbers are equal steps, done equally long ago as far as rules can tell. */
final class Ladders {
    static final int BITS = 24;

    private final Views views;
    private final int[] reaction = new int[Dossier.ACTIONS];
    private final Interner ladders = new Interner();
    private final List<View[]> viewsOfLadder = new ArrayList<>();

    Ladders(Views views, HoldNumbers numbers) {
        this.views = views;
        for (var action : Action.values()) {
            reaction[action.ordinal()] = numbers.reactionDays(action);
        }
    }

    int size() {
        return ladders.size();
    }

    /** Actions done whose time to react has not passed. */
    long fresh(Dossier.Steps steps, int day) {
        long fresh = 0;
        if (steps == null) {
            return fresh;
        }
        for (long left = steps.done; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            if (day < steps.on[action] + reactionDays(action)) {
                fresh |= 1L << action;
            }
        }
        return fresh;
    }

    int reactionDays(int action) {
        return reaction[action];
    }

    /** The number of what was done for an invoice, and of how long ago; 0 where nothing was. */
    int code(Dossier.Steps steps, int state, long fresh, int day) {
        if (steps == null) {
            return 0;
        }
        if (steps.code < 0) {
            int code = ladders.of(steps.lastAction, -1);
            for (long left = steps.done; left != 0; left &= left - 1) {
                int action = Long.numberOfTrailingZeros(left);
                code = ladders.of(code, (long) action << 32 | steps.level[action]);
            }
            steps.code = code;
            steps.views = viewsOfLadder(code, steps);
        }
        var scale = steps.views[state].sinceAction;
        int since = steps.lastAction < 0 ? scale.missing() : scale.place(day - steps.lastOn);
        int code = ladders.of(-1L - steps.code, fresh << 16 | since) + 1;
        if (code >= 1 << BITS) {
            throw new IllegalStateException("more ladders than were thought possible");
        }
        return code;
    }

    private View[] viewsOfLadder(int code, Dossier.Steps steps) {
        while (viewsOfLadder.size() <= code) {
            viewsOfLadder.add(null);
        }
        var known = viewsOfLadder.get(code);
        if (known == null) {
            known = views.ofInvoice(steps);
            viewsOfLadder.set(code, known);
        }
        return known;
    }
}
