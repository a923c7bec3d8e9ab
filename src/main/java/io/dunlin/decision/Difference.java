package io.dunlin.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** One place in which two answers differ; null stands for absent. */
public record Difference(String pointer, JsonNode then, JsonNode now) {

    static List<Difference> between(JsonNode then, JsonNode now) {
        var found = new ArrayList<Difference>();
        compare("", then, now, found);
        return List.copyOf(found);
    }

    private static void compare(String pointer, JsonNode then, JsonNode now, List<Difference> found) {
        if (then != null && now != null && then.isObject() && now.isObject()) {
            var names = new TreeSet<String>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, then.get(name), now.get(name), found));
        } else if (then != null && now != null && then.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
                compare(pointer + "/" + i, then.get(i), now.get(i), found);
            }
        } else if (!Objects.equals(then, now)) {
            found.add(new Difference(pointer, then, now));
        }
    }
}
