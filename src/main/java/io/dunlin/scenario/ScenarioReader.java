package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands one scenario: dates relative to its day, everything left out filled in. */
final class ScenarioReader {
    /** An ordinary Wednesday. */
    private static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 3, 18);

    private static final Set<String> SECTIONS = Set.of("name", "asOf", "asked", "given", "expect");
    private static final Pattern ASKED = Pattern.compile("([A-Z_]+)(?: ([1-9]))?");

    private ScenarioReader() {}

    static Scenario read(ScenarioText text) throws ScenarioUnreadable {
        if (text.problem() != null) {
            throw new ScenarioUnreadable(text.problem());
        }
        var body = text.body();
        for (var section : (Iterable<String>) body::fieldNames) {
            if (!SECTIONS.contains(section)) {
                throw new ScenarioUnreadable("unknown section `" + section + "`; known are " + SECTIONS);
            }
        }
        var asOf = asOf(body, text);
        var given = new Given(new RelativeDates(asOf));
        try {
            given.read(object(body, "given"));
            var expect = ScenarioFiles.YAML.treeToValue(object(body, "expect"), Expectation.class);
            return new Scenario(text.name(), asked(body), given.account(), given.book(), expect);
        } catch (JacksonException e) {
            throw new ScenarioUnreadable(e.getOriginalMessage());
        }
    }

    private static LocalDate asOf(JsonNode body, ScenarioText text) throws ScenarioUnreadable {
        var written = body.path("asOf").asText(text.asOf());
        try {
            return written == null ? ORDINARY_DAY : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new ScenarioUnreadable("`asOf` is `" + written + "`, not a date such as 2026-03-18");
        }
    }

    private static ObjectNode object(JsonNode body, String section) throws ScenarioUnreadable {
        if (body.path(section) instanceof ObjectNode object) {
            return object;
        }
        throw new ScenarioUnreadable("`" + section + "` is missing or no mapping");
    }

    private static Scenario.Asked asked(JsonNode body) throws ScenarioUnreadable {
        if (!body.has("asked")) {
            return null;
        }
        var matcher = ASKED.matcher(body.path("asked").asText());
        if (!matcher.matches()) {
            throw new ScenarioUnreadable("`asked` is an action and perhaps a level, such as `REMINDER 2`");
        }
        return new Scenario.Asked(
                action(matcher.group(1)), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
    }

    static Action action(String word) throws ScenarioUnreadable {
        try {
            return Action.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new ScenarioUnreadable("unknown action `" + word + "`");
        }
    }
}
