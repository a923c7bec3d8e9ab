package io.dunlin.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that a client learns all of it at once. */
public final class Findings {
    /**
     * @param pointer JSON pointer into the body; null where the fault is elsewhere
     * @param field name of the query, path or form parameter; null where the fault is in the body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(String pointer, String field, String message) {}

    private final List<Finding> list = new ArrayList<>();

    public Findings at(String pointer, String message) {
        list.add(new Finding(pointer, null, message));
        return this;
    }

    public Findings field(String field, String message) {
        list.add(new Finding(null, field, message));
        return this;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Finding> list() {
        return List.copyOf(list);
    }

    public void refuseIfAny(Problem problem) {
        if (!isEmpty()) {
            throw problem.because(summary(), this);
        }
    }

    private String summary() {
        var first = list.get(0);
        var place = first.pointer() == null ? first.field() : first.pointer();
        var more = list.size() == 1 ? "" : " (and " + (list.size() - 1) + " more, see errors)";
        return (place.isEmpty() ? "" : "`" + place + "`: ") + first.message() + more;
    }
}
