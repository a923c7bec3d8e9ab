package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.scenario.Scenario.Step;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The days of a scenario: the one it is about, or one after the other. */
final class StepReader {
    private static final Set<String> WORDS = Set.of("day", "on", "happens", "expect", "confirm");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");
    private static final String RECOMMENDED = "recommended";
    private static final int MOST_DAYS = 400;

    private final ScenarioText text;
    private final ObjectNode body;
    private final Shape shape;
    private final Wording words;
    private final List<Complaint> complaints;
    private final LocalDate start;

    private record Days(LocalDate from, LocalDate to) {}

    StepReader(ScenarioText text, Shape shape, Wording words, List<Complaint> complaints, LocalDate start) {
        this.text = text;
        this.body = text.body();
        this.shape = shape;
        this.words = words;
        this.complaints = complaints;
        this.start = start;
    }

    List<Step> read() throws ScenarioUnreadable {
        var steps = new ArrayList<Step>();
        if (!body.has("steps") || body.has("expect")) {
            steps.add(step(body, new Days(start, start), body.has("steps") ? "0" : null));
        }
        if (body.has("steps")
                && !(body.get("steps").isArray() && body.get("steps").size() > 0)) {
            say(body, "steps", "`steps` must be a list of days", "write it like `- { day: 3, expect: … }`");
        }
        for (var written : body.path("steps")) {
            if (written instanceof ObjectNode step) {
                steps.add(step(step));
            } else {
                say(body, "steps", "every one of the `steps` must be a block that begins with `day`", null);
            }
        }
        inOrder(steps);
        return steps;
    }

    private Step step(ObjectNode written) throws ScenarioUnreadable {
        shape.names(written, WORDS);
        var days = days(written);
        var from = days.from().toEpochDay() - start.toEpochDay();
        var to = days.to().toEpochDay() - start.toEpochDay();
        return step(written, days, from == to ? Long.toString(from) : from + ".." + to);
    }

    private Step step(ObjectNode written, Days days, String number) throws ScenarioUnreadable {
        var line = text.lines().of(written);
        boolean confirm = confirm(written);
        if (!written.has("expect") && number == null) {
            say(written, "name", "`expect` is missing", "write what must come, or `steps`");
        }
        var expect = expect(written);
        var happens = number == null || written == body
                ? ScenarioFiles.YAML.createObjectNode()
                : words.facts(written, "happens", true);
        var lines = text.lines();
        return new Step(
                line,
                number,
                days.from(),
                days.to(),
                happens,
                expect,
                name -> lines.of(written.path("expect"), name),
                confirm);
    }

    private Expectation expect(ObjectNode written) throws ScenarioUnreadable {
        if (!written.has("expect")) {
            return Expectation.ANYTHING;
        }
        var before = complaints.size();
        shape.record(written, "expect", written.get("expect"), Expectation.class);
        if (complaints.size() > before || written.get("expect").isNull()) {
            return Expectation.ANYTHING;
        }
        return ScenarioReader.bind(
                written.get("expect"), Expectation.class, text.lines().of(written, "expect"));
    }

    private boolean confirm(ObjectNode written) {
        if (written.has("confirm") && !written.path("confirm").asText().equals(RECOMMENDED)) {
            var hint = "write `confirm: recommended`, or under `happens` what was done, such as `done: [ CALL ]`";
            say(written, "confirm", "only what was recommended can be confirmed", hint);
        }
        return written.has("confirm");
    }

    private Days days(ObjectNode written) {
        var hint = "write `day: 3` or `day: 3..11`, counted from the scenario's day, or `on: 2026-03-21`";
        if (written.has("day") == written.has("on")) {
            say(written, "day", "a step needs either `day` or `on`", hint);
            return new Days(start, start);
        }
        if (written.has("on")) {
            return on(written, hint);
        }
        var days = DAYS.matcher(written.path("day").asText());
        if (!days.matches()) {
            say(written, "day", "`" + written.path("day").asText() + "` is no day of the scenario", hint);
            return new Days(start, start);
        }
        int from = Integer.parseInt(days.group(1));
        int to = days.group(2) == null ? from : Integer.parseInt(days.group(2));
        if (to < from || to > MOST_DAYS * 10 || to - from > MOST_DAYS) {
            say(written, "day", "`" + days.group() + "` runs backwards or over more than " + MOST_DAYS + " days", hint);
        }
        return new Days(start.plusDays(from), start.plusDays(to));
    }

    private Days on(ObjectNode written, String hint) {
        var dates = RelativeDates.from(start);
        var day = written.path("on").asText();
        if (!dates.understands(day)) {
            say(written, "on", "`" + day + "` is no date", hint);
            return new Days(start, start);
        }
        var on = LocalDate.parse(dates.resolve(day));
        return new Days(on, on);
    }

    private void inOrder(List<Step> steps) {
        var last = start.minusDays(1);
        for (var step : steps) {
            if (!step.from().isAfter(last)) {
                var message = step.from().isBefore(start)
                        ? "a step cannot lie before the scenario's day " + start
                        : "day " + step.number() + " does not come after the step before it";
                complaints.add(new Complaint(step.line(), message, "put the days in order, each once"));
            }
            last = step.to();
        }
    }

    private void say(JsonNode whole, String key, String message, String hint) {
        complaints.add(text.lines().complaint(whole, key, message, hint));
    }
}
