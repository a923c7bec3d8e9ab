package io.dunlin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.List;

/**
 * A scenario as written, not understood yet.
 *
 * @param body null where the file could not be taken apart; then there are complaints
 * @param asOf the file's day, null if it names none
 */
record ScenarioText(
        String file,
        int line,
        String name,
        ObjectNode body,
        String asOf,
        YamlLines lines,
        List<Complaint> complaints) {}
