package io.dunlin.scenario;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must come; what is left out may be anything.
 *
 * @param fires rules that must have fired, whether or not they won
 * @param notFires rules that must not have fired
 * @param action what is to be done about the customer
 * @param invoices what is to be done about each of these invoices
 * @param tasks customer-wide work besides
 * @param reason a piece of one of the sentences given
 * @param blockers codes that must be among the blockers
 * @param vetoed guard rules that must have stopped or softened something
 */
record Expectation(
        Set<String> fires,
        Set<String> notFires,
        Action action,
        Integer level,
        Channel channel,
        Role owner,
        Role approval,
        Map<String, Action> invoices,
        Set<Action> tasks,
        String reason,
        Set<Blocker.Code> blockers,
        Set<String> vetoed) {
    static final Expectation ANYTHING =
            new Expectation(null, null, null, null, null, null, null, null, null, null, null, null);

    Expectation {
        fires = fires == null ? Set.of() : Set.copyOf(fires);
        notFires = notFires == null ? Set.of() : Set.copyOf(notFires);
        invoices = invoices == null ? Map.of() : new TreeMap<>(invoices);
        tasks = tasks == null ? Set.of() : Set.copyOf(tasks);
        blockers = blockers == null ? Set.of() : Set.copyOf(blockers);
        vetoed = vetoed == null ? Set.of() : Set.copyOf(vetoed);
    }

    /** One respect in which a decision is another one than expected. */
    record Difference(String what, String expected, String got) {}

    /** Every respect in which the decision is another one; empty where it is as expected. */
    List<Difference> differences(Decision decision) {
        var found = new Differences();
        var seen = new Seen(decision);
        var customer = decision.customer();
        found.all("fires", fires, seen.fired());
        found.none("notFires", notFires, seen.fired());
        found.same("action", action, customer.action());
        found.same("level", level, customer.level());
        found.same("channel", channel, customer.channel());
        found.same("owner", owner, customer.owner());
        found.same("approval", approval, customer.approval());
        invoices.forEach((id, wanted) -> found.same("invoices", id, wanted, seen.actionOn(id)));
        found.all("tasks", tasks, seen.tasks());
        if (reason != null && seen.sentences().stream().noneMatch(sentence -> sentence.contains(reason))) {
            found.add("reason", "a sentence with \"" + reason + "\"", seen.sentences());
        }
        found.all("blockers", blockers, seen.blockers());
        found.all("vetoed", vetoed, seen.vetoes());
        return found.list;
    }

    private static final class Differences {
        private final List<Difference> list = new ArrayList<>();

        void same(String what, Object wanted, Object came) {
            if (wanted != null && !wanted.equals(came)) {
                add(what, wanted, came);
            }
        }

        void same(String what, String id, Action wanted, Action came) {
            if (wanted != came) {
                add(what, id + " " + wanted, came == null ? "no invoice " + id : id + " " + came);
            }
        }

        void all(String what, Collection<?> wanted, Collection<?> came) {
            if (!came.containsAll(wanted)) {
                add(what, words(wanted), words(came));
            }
        }

        void none(String what, Collection<?> unwanted, Collection<?> came) {
            if (unwanted.stream().anyMatch(came::contains)) {
                add(what, "none of " + words(unwanted), words(came));
            }
        }

        void add(String what, Object wanted, Object came) {
            list.add(new Difference(what, String.valueOf(wanted), came == null ? "none" : String.valueOf(came)));
        }

        private static String words(Collection<?> words) {
            return words.isEmpty()
                    ? "none"
                    : words.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
    }
}
