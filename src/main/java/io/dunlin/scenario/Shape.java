package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import io.dunlin.vocabulary.Guess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds what was written against the record it is to become, before it becomes one: every unknown name, word and date is
 * complained of with its line and with what was probably meant.
 */
final class Shape {
    private final YamlLines lines;
    private final RelativeDates dates;
    private final List<Complaint> complaints;

    Shape(YamlLines lines, RelativeDates dates, List<Complaint> complaints) {
        this.lines = lines;
        this.dates = dates;
        this.complaints = complaints;
    }

    void names(ObjectNode written, Collection<String> known) {
        for (var name : (Iterable<String>) written::fieldNames) {
            if (!known.contains(name)) {
                say(written, name, "unknown name `" + name + "`", hint(name, known));
            }
        }
    }

    /** A mapping that is to become a record. */
    void record(JsonNode parent, Object at, JsonNode written, Class<?> type) {
        if (written.isNull()) {
            return;
        }
        if (!(written instanceof ObjectNode object)) {
            say(parent, at, "`" + at + "` must be a block of `name: value`", null);
            return;
        }
        var components = type.getRecordComponents();
        names(object, Arrays.stream(components).map(RecordComponent::getName).toList());
        for (var component : components) {
            if (object.has(component.getName())) {
                value(object, component.getName(), object.get(component.getName()), component.getGenericType());
            }
        }
    }

    void value(JsonNode parent, Object at, JsonNode written, Type type) {
        if (written.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            many(parent, at, written, generic);
            return;
        }
        var kind = (Class<?>) type;
        if (kind.isRecord()) {
            record(parent, at, written, kind);
        } else if (kind.isEnum()) {
            word(parent, at, written, kind);
        } else if (kind == LocalDate.class) {
            date(parent, at, written);
        } else {
            plain(parent, at, written, kind);
        }
    }

    private void many(JsonNode parent, Object at, JsonNode written, ParameterizedType generic) {
        var arguments = generic.getActualTypeArguments();
        if (Map.class.isAssignableFrom((Class<?>) generic.getRawType())) {
            if (written instanceof ObjectNode object) {
                object.fieldNames().forEachRemaining(key -> value(object, key, object.get(key), arguments[1]));
            } else {
                say(parent, at, "`" + at + "` must be a block of `name: value`", null);
            }
        } else if (written instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                value(array, i, array.get(i), arguments[0]);
            }
        } else {
            say(parent, at, "`" + at + "` must be a list", "write [ " + written.asText() + " ]");
        }
    }

    private void word(JsonNode parent, Object at, JsonNode written, Class<?> kind) {
        var known = Arrays.stream(kind.getEnumConstants()).map(Object::toString).toList();
        if (!known.contains(written.asText())) {
            say(
                    parent,
                    at,
                    "unknown " + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " `" + written.asText()
                            + "`",
                    hint(written.asText(), known));
        }
    }

    private void date(JsonNode parent, Object at, JsonNode written) {
        if (!dates.understands(written.asText())) {
            say(
                    parent,
                    at,
                    "`" + written.asText() + "` is no date",
                    "write 2026-03-18, `today`, `-15 days`, `+3 days` or `day 12`");
        }
    }

    private void plain(JsonNode parent, Object at, JsonNode written, Class<?> kind) {
        var fits =
                switch (kind.getSimpleName()) {
                    case "boolean", "Boolean" -> written.isBoolean();
                    case "int", "Integer" -> written.isIntegralNumber() && written.canConvertToInt();
                    case "BigDecimal" -> written.isNumber();
                    default -> written.isValueNode();
                };
        if (!fits) {
            var wanted = kind == BigDecimal.class ? "a number such as 1000 or 99.95" : "true, false or a whole number";
            say(parent, at, "`" + written.asText() + "` does not fit `" + at + "`", "write " + wanted);
        }
    }

    private void say(JsonNode parent, Object at, String message, String hint) {
        complaints.add(lines.complaint(parent, at, message, hint));
    }

    static String hint(String written, Collection<String> known) {
        var question = Guess.question(written, known);
        return question == null ? "known are " + String.join(", ", new TreeSet<>(known)) : question;
    }
}
