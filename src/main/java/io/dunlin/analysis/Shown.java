package io.dunlin.analysis;

import io.dunlin.language.Words;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** A fact in the words of the vocabulary, as far as somebody asks. */
final class Shown {
    private Shown() {}

    /** The fields of these names, in their order. */
    static Map<String, String> of(Fact fact, Collection<String> paths) {
        var shown = new LinkedHashMap<String, String>();
        paths.forEach(path -> shown.put(path, value(fact, path)));
        return shown;
    }

    private static String value(Fact fact, String path) {
        var field = Words.field(fact.getClass(), path).orElseThrow();
        var value = field.read(fact);
        if (value == null) {
            return "none";
        }
        if (value instanceof Collection<?> set) {
            return set.isEmpty() ? "nothing" : String.join(", ", names(set));
        }
        return field.unit() == Unit.MONEY ? value + " " + fact.currency() : value.toString();
    }

    private static Collection<String> names(Collection<?> set) {
        var names = new TreeSet<String>();
        set.forEach(element -> names.add(element.toString()));
        return names;
    }

    static String inWords(Map<String, String> shown) {
        var text = new StringBuilder();
        shown.forEach((path, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(path).append(' ').append(value));
        return text.toString();
    }
}
