package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.book.Book;
import io.dunlin.book.Debtor;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words under {@code given} and {@code happens}, checked before anything is made of them. */
final class Wording {
    private final YamlLines lines;
    private final Shape shape;
    private final List<Complaint> complaints;

    Wording(YamlLines lines, Shape shape, List<Complaint> complaints) {
        this.lines = lines;
        this.shape = shape;
        this.complaints = complaints;
    }

    /** The block of facts under a name; empty where there is none. */
    ObjectNode facts(ObjectNode parent, String at, boolean inStep) {
        if (!parent.has(at)) {
            return ScenarioFiles.YAML.createObjectNode();
        }
        if (!(parent.get(at) instanceof ObjectNode written)) {
            complaints.add(lines.complaint(parent, at, "`" + at + "` must be a block of facts", null));
            return ScenarioFiles.YAML.createObjectNode();
        }
        shape.names(written, words(inStep));
        shape.value(
                written,
                "customer",
                written.path("customer").isMissingNode() ? nothing() : written.get("customer"),
                Debtor.class);
        shape.value(
                written, "book", written.path("book").isMissingNode() ? nothing() : written.get("book"), Book.class);
        Kind.ALL.forEach(kind -> records(written, kind));
        facts(written, "payer", inStep);
        done(written, inStep);
        history(written);
        if (written.has("payer")) {
            facts(written, "payer", inStep);
        }
        return written;
    }

    private static JsonNode nothing() {
        return ScenarioFiles.YAML.nullNode();
    }

    private static Set<String> words(boolean inStep) {
        var words = new TreeSet<>(Set.of("customer", "payer", "book", "done", inStep ? "ends" : "history"));
        Kind.ALL.forEach(kind -> {
            words.add(kind.plural());
            words.add(kind.singular());
        });
        return words;
    }

    private void records(ObjectNode written, Kind kind) {
        if (written.has(kind.singular())) {
            shape.record(written, kind.singular(), written.get(kind.singular()), kind.type());
        }
        var list = written.path(kind.plural());
        if (list instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                shape.record(array, i, array.get(i), kind.type());
            }
        } else if (!list.isMissingNode()) {
            var hint = "write `" + kind.singular() + ":` for a single one";
            complaints.add(lines.complaint(written, kind.plural(), "`" + kind.plural() + "` must be a list", hint));
        }
    }

    private void done(ObjectNode written, boolean inStep) {
        var list = written.path("done");
        for (int i = 0; i < list.size(); i++) {
            var step = list.get(i).asText();
            var matcher = Shorthands.done(step);
            var action = matcher.matches() ? ScenarioReader.action(matcher.group(1)) : null;
            if (!matcher.matches() || (matcher.group(3) == null && !inStep)) {
                var hint = inStep ? "write it like `REMINDER 1`" : "write it like `REMINDER 1 -30 days`";
                complaints.add(lines.complaint(list, i, "`" + step + "` is no step that was done", hint));
            } else if (action == null) {
                var message = "unknown action `" + matcher.group(1) + "`";
                complaints.add(lines.complaint(list, i, message, ScenarioReader.actionHint(matcher.group(1))));
            }
        }
    }

    private void history(ObjectNode written) {
        var history = written.path("history");
        if (history.isMissingNode()) {
            return;
        }
        shape.record(written, "history", history, Shorthands.History.class);
        if (history.path("onTime").asInt() + history.path("late").asInt() > Shorthands.MOST_HISTORY) {
            var message = "`history` has room for " + Shorthands.MOST_HISTORY + " invoices";
            complaints.add(lines.complaint(written, "history", message, "write fewer"));
        }
    }
}
