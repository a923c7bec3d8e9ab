package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Dates written from the scenario's day: {@code today}, {@code -15 days}, {@code +3 days}. */
record RelativeDates(LocalDate asOf) {
    private static final Pattern RELATIVE = Pattern.compile("([+-]\\d{1,4}) days?");

    /** The date a text means; the text itself where it is no relative date. */
    String resolve(String text) {
        var matcher = RELATIVE.matcher(text);
        if (matcher.matches()) {
            return asOf.plusDays(Integer.parseInt(matcher.group(1))).toString();
        }
        return text.equals("today") ? asOf.toString() : text;
    }

    String daysAgo(int days) {
        return asOf.minusDays(days).toString();
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
