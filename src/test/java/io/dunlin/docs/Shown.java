package io.dunlin.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether an answer says at least what a guide shows of it. */
final class Shown {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shown() {}

    /** What the guide shows and the answer lacks, in words; empty where there is nothing. */
    static List<String> missing(Block shown, String answer) throws IOException {
        var missing = new ArrayList<String>();
        if (shown.language().equals("json")) {
            inOrder("", documents(shown.text()), documents(answer), missing);
        } else {
            var all = spaced(answer);
            shown.text().lines().filter(line -> !all.contains(spaced(line))).forEach(missing::add);
        }
        return missing;
    }

    private static List<JsonNode> documents(String text) throws IOException {
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll();
        }
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void compare(String at, JsonNode shown, JsonNode answer, List<String> missing) {
        if (shown.isObject() && answer.isObject()) {
            shown.properties()
                    .forEach(field ->
                            compare(at + "/" + field.getKey(), field.getValue(), answer.path(field.getKey()), missing));
        } else if (shown.isArray() && answer.isArray() && shown.isEmpty() == answer.isEmpty()) {
            var elements = new ArrayList<JsonNode>();
            answer.forEach(elements::add);
            var wanted = new ArrayList<JsonNode>();
            shown.forEach(wanted::add);
            inOrder(at, wanted, elements, missing);
        } else if (!same(shown, answer)) {
            missing.add(at + ": " + shown + " is shown, the answer has " + answer);
        }
    }

    /** Each element that is shown is in the answer, in that order; others may stand between. */
    private static void inOrder(String at, List<JsonNode> shown, List<JsonNode> answer, List<String> missing) {
        int next = 0;
        for (int i = 0; i < shown.size(); i++) {
            var why = new ArrayList<String>();
            boolean found = false;
            while (!found && next < answer.size()) {
                var differences = new ArrayList<String>();
                compare(at + "/" + i, shown.get(i), answer.get(next++), differences);
                found = differences.isEmpty();
                why.addAll(differences);
            }
            if (!found) {
                missing.addAll(why.isEmpty() ? List.of(at + "/" + i + " is not there") : why);
            }
        }
    }

    private static boolean same(JsonNode shown, JsonNode answer) {
        return shown.isNumber() && answer.isNumber()
                ? shown.decimalValue().compareTo(answer.decimalValue()) == 0
                : shown.equals(answer);
    }
}
