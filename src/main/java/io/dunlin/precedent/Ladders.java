package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;

/** Everything that was done for some invoice. */
final class Ladders {
    final Rung untouched = new Rung(-1);
    private final int[] reaction = new int[Dossier.ACTIONS];
    private final Interner numbers = new Interner();
    private final List<Rung> rungs = new ArrayList<>();

    Ladders(HoldNumbers numbers) {
        for (var action : Action.values()) {
            reaction[action.ordinal()] = numbers.reactionDays(action);
        }
    }

    int size() {
        return numbers.size();
    }

    int reactionDays(int action) {
        return reaction[action];
    }

    Rung rung(Dossier.Steps steps) {
        if (steps == null) {
            return untouched;
        }
        if (steps.rung == null) {
            steps.rung = find(steps);
            if (steps.before != null) {
                steps.before.leads(steps.step, steps.rung);
                steps.before = null;
            }
        }
        return steps.rung;
    }

    private Rung find(Dossier.Steps steps) {
        int number = numbers.of(steps.lastAction, -1);
        for (long left = steps.done; left != 0; left &= left - 1) {
            int action = Long.numberOfTrailingZeros(left);
            number = numbers.of(number, (long) action << 32 | steps.level[action]);
        }
        while (rungs.size() <= number) {
            rungs.add(null);
        }
        if (rungs.get(number) == null) {
            rungs.set(number, new Rung(number));
        }
        return rungs.get(number);
    }
}
