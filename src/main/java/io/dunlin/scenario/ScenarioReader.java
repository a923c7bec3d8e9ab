package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands one scenario, or says of everything in it that cannot be understood what to write instead. */
final class ScenarioReader {
    /** An ordinary Wednesday. */
    private static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 3, 18);

    private static final Set<String> SECTIONS = Set.of("name", "asOf", "asked", "given", "expect", "steps");
    private static final Pattern ASKED = Pattern.compile("([A-Z_]+)(?: ([1-9]))?");

    private final ScenarioText text;
    private final ObjectNode body;
    private final List<Complaint> complaints = new ArrayList<>();

    private ScenarioReader(ScenarioText text) {
        this.text = text;
        this.body = text.body();
    }

    static Scenario read(ScenarioText text) throws ScenarioUnreadable {
        if (text.body() == null) {
            throw new ScenarioUnreadable(text.complaints());
        }
        return new ScenarioReader(text).read();
    }

    private Scenario read() throws ScenarioUnreadable {
        var start = asOf();
        var dates = RelativeDates.from(start);
        var shape = new Shape(text.lines(), dates, complaints);
        shape.names(body, SECTIONS);
        var words = new Wording(text.lines(), shape, complaints);
        var given = words.facts(body, "given", false);
        var asked = asked();
        var steps = new StepReader(text, shape, words, complaints, start).read();
        if (!complaints.isEmpty()) {
            throw new ScenarioUnreadable(complaints);
        }
        return new Scenario(text.name(), asked, start, given, steps);
    }

    private LocalDate asOf() {
        var written = body.path("asOf").asText(text.asOf());
        try {
            return written == null ? ORDINARY_DAY : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            say(body, "asOf", "`" + written + "` is no date", "write it like 2026-03-18");
            return ORDINARY_DAY;
        }
    }

    private Scenario.Asked asked() {
        if (!body.has("asked")) {
            return null;
        }
        var matcher = ASKED.matcher(body.path("asked").asText());
        if (!matcher.matches()) {
            say(body, "asked", "`asked` is an action and perhaps a level", "write it like `REMINDER 2`");
            return null;
        }
        var action = action(matcher.group(1));
        if (action == null) {
            say(body, "asked", "unknown action `" + matcher.group(1) + "`", actionHint(matcher.group(1)));
        }
        return new Scenario.Asked(action, matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
    }

    private void say(JsonNode whole, String key, String message, String hint) {
        complaints.add(text.lines().complaint(whole, key, message, hint));
    }

    /** Null where there is none of that name. */
    static Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    static String actionHint(String word) {
        return Shape.hint(word, Arrays.stream(Action.values()).map(Enum::name).toList());
    }

    /** What was held against the record before; only what no check foresaw can still fail. */
    static <T> T bind(JsonNode written, Class<T> type, int line) throws ScenarioUnreadable {
        try {
            return ScenarioFiles.YAML.treeToValue(written, type);
        } catch (JacksonException e) {
            throw new ScenarioUnreadable(line, e.getOriginalMessage(), null);
        }
    }
}
