package io.dunlin.study;

import io.dunlin.mapping.Folder;
import io.dunlin.mapping.MappingException;
import io.dunlin.problem.Findings;
import io.dunlin.simulation.Described.Input;
import java.util.List;
import java.util.Objects;

/**
 * An order with the files that came along, as it is kept: what the same request is known by.
 *
 * @param files empty for the live book
 */
record Request(Order order, List<Input> files, Mapping mapping) {
    /** One of the two; the other null. */
    record Mapping(String name, String text) {
        Folder folder() throws MappingException {
            return name == null ? Folder.parse(text) : Folder.named(name);
        }
    }

    /** In which ways this one, sent now, is another one than what is stored under its id. */
    Findings differences(Request stored) {
        var findings = new Findings();
        at("/portfolio", order.portfolio(), stored.order.portfolio(), findings);
        at("/baseline", order.baseline(), stored.order.baseline(), findings);
        at("/candidate", order.candidate(), stored.order.candidate(), findings);
        at("/from", order.from(), stored.order.from(), findings);
        at("/to", order.to(), stored.order.to(), findings);
        at(
                "/settings",
                order.settings().withoutAssumptions(),
                stored.order.settings().withoutAssumptions(),
                findings);
        if (!Objects.equals(
                order.settings().assumptions(), stored.order.settings().assumptions())) {
            findings.at("/settings/assumptions", "others were sent. Use another id for another simulation.");
        }
        if (!files.equals(stored.files)) {
            findings.field("file", "other files were sent. Use another id for another simulation.");
        }
        if (!Objects.equals(mapping, stored.mapping)) {
            findings.field("mapping", "another mapping was sent. Use another id for another simulation.");
        }
        return findings;
    }

    private static void at(String pointer, Object sent, Object stored, Findings findings) {
        if (!Objects.equals(sent, stored)) {
            findings.at(pointer, "stored: " + stored + "; sent: " + sent + ". Use another id for another simulation.");
        }
    }
}
