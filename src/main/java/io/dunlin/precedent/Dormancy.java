package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;
import io.dunlin.language.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * When some rules can propose something about an invoice, as far as its age and its last step tell. Outside these days nothing
 * is wanted of it, whatever happens to its customer.
 */
final class Dormancy {
    static final Dormancy NONE = new Dormancy(new Wake[] {Wake.always()});
    private static final int NEVER = Integer.MAX_VALUE;

    private final Wake[] wakes;

    private Dormancy(Wake[] wakes) {
        this.wakes = wakes;
    }

    static Dormancy of(List<Rule> rules, HoldNumbers numbers) {
        var wakes = new ArrayList<Wake>();
        for (var rule : rules) {
            var its = Wake.of(rule.condition(), numbers.graceDays());
            if (wakes.stream().noneMatch(wake -> wake.covers(its))) {
                // What holds only while another can hold as well has nothing to add.
                wakes.removeIf(its::covers);
                wakes.add(its);
            }
        }
        return new Dormancy(wakes.toArray(Wake[]::new));
    }

    /** The first day from this one on which any of them can hold; {@link Integer#MAX_VALUE} where there is none. */
    int ends(int day, int due, Dossier.Steps steps, Days.Calendar calendar) {
        int first = NEVER;
        for (var wake : wakes) {
            first = Math.min(first, wake.onOrAfter(day, due, steps, calendar));
        }
        return first;
    }
}
