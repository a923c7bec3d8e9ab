package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Dates written from a day: {@code today}, {@code -15 days}, {@code +3 days}; {@code day 12} counts from the first day of
 * the scenario.
 */
record RelativeDates(LocalDate start, LocalDate today) {
    private static final Pattern RELATIVE = Pattern.compile("([+-]\\d{1,4}) days?");
    private static final Pattern DAY = Pattern.compile("day (\\d{1,4})");

    static RelativeDates from(LocalDate start) {
        return new RelativeDates(start, start);
    }

    RelativeDates on(LocalDate day) {
        return new RelativeDates(start, day);
    }

    /** The date a text means; the text itself where it is no relative date. */
    String resolve(String text) {
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return today.plusDays(Integer.parseInt(relative.group(1))).toString();
        }
        var day = DAY.matcher(text);
        if (day.matches()) {
            return start.plusDays(Integer.parseInt(day.group(1))).toString();
        }
        return text.equals("today") ? today.toString() : text;
    }

    boolean understands(String text) {
        try {
            LocalDate.parse(resolve(text));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    String daysAgo(int days) {
        return today.minusDays(days).toString();
    }

    /** Resolves every text below a node, in place. */
    JsonNode resolveAll(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(resolve(text.asText()));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(resolveAll(entry.getValue())));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolveAll(array.get(i)));
            }
        }
        return node;
    }
}
