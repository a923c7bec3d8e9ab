package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.language.Rule;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition that no scenario can show, and why not: said once, in the section {@code gaps} of a scenario file. */
record Gap(String file, int line, String rule, String condition, String because) {
    private record Written(String rule, String condition, String because) {}

    static List<Gap> read(String file, JsonNode root, YamlLines lines, List<Complaint> complaints)
            throws ScenarioUnreadable {
        var gaps = new ArrayList<Gap>();
        var list = root.path("gaps");
        var shape = new Shape(lines, null, complaints);
        for (int i = 0; i < list.size(); i++) {
            shape.record(list, i, list.get(i), Written.class);
            if (list.get(i) instanceof ObjectNode written && complaints.isEmpty()) {
                var line = lines.of(list, i);
                var gap = ScenarioReader.bind(written, Written.class, line);
                if (gap.rule() == null
                        || gap.condition() == null
                        || gap.because() == null
                        || gap.because().isBlank()) {
                    complaints.add(new Complaint(line, "a gap has a `rule`, a `condition` and a `because`", null));
                } else {
                    gaps.add(new Gap(file, line, gap.rule(), gap.condition(), gap.because()));
                }
            }
        }
        return gaps;
    }

    /** What is wrong with it; a gap that is none must not hide one that comes later. */
    Optional<Complaint> complaint(Map<String, Rule> rules, RuleCoverage coverage) {
        if (!rules.containsKey(rule)) {
            var message = "there is no rule `" + rule + "`";
            return Optional.of(new Complaint(line, message, Shape.hint(rule, rules.keySet())));
        }
        var conditions = coverage.of(rule).conditions();
        var texts = conditions.stream().map(RuleCoverage.OfCondition::condition).toList();
        if (!texts.contains(condition)) {
            var message = rule + " has no condition `" + condition + "`";
            return Optional.of(new Complaint(line, message, Shape.hint(condition, texts)));
        }
        boolean isShown = conditions.stream()
                .filter(c -> c.condition().equals(condition))
                .allMatch(RuleCoverage.OfCondition::isShown);
        return isShown
                ? Optional.of(new Complaint(
                        line, "`" + condition + "` of " + rule + " is shown after all", "delete this gap"))
                : Optional.empty();
    }

    ScenarioResult inError(Complaint complaint) {
        return ScenarioResult.error(file, line, "gap of " + rule, List.of(complaint));
    }
}
