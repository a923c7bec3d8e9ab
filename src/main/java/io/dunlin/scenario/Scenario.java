package io.dunlin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.List;

/**
 * Facts, what happens on the days that follow, and what the strategy is expected to make of it.
 *
 * @param asked in scenarios of the guard: the action it is asked about, proposed whatever the facts; else null
 */
record Scenario(String name, Asked asked, LocalDate start, ObjectNode given, List<Step> steps) {
    record Asked(Action action, int level) {}

    /**
     * One day, or several in a row that are all alike.
     *
     * @param number days after the first day; null in a scenario of one day only
     * @param to the last of the days; the first where it is only one
     * @param happens facts that are new or different on the first of the days, before anybody decides
     * @param confirm whether what is recommended is done on the day
     */
    record Step(
            int line,
            String number,
            LocalDate from,
            LocalDate to,
            ObjectNode happens,
            Expectation expect,
            ExpectationLines where,
            boolean confirm) {
        boolean isOneDay() {
            return from.equals(to);
        }
    }

    /** Where in the file each expectation of a step stands. */
    interface ExpectationLines {
        int of(String name);
    }
}
