package io.dunlin.analysis;

import com.github.difflib.DiffUtils;
import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the ladder changed.
 *
 * @param moved actions whose place among the others changed: as few as explain the new order
 * @param from the ladder as it was, mildest first; actions on one step share a rank
 */
public record LadderDiff(
        Set<Action> added, Set<Action> removed, Set<Action> moved, List<Set<Action>> from, List<Set<Action>> to) {

    static LadderDiff between(Manifest a, Manifest b) {
        var from = steps(a);
        var to = steps(b);
        return new LadderDiff(only(to, from), only(from, to), moved(from, to), from, to);
    }

    boolean isNone() {
        return from.equals(to);
    }

    private static List<Set<Action>> steps(Manifest manifest) {
        Map<Integer, Set<Action>> steps = new TreeMap<>();
        manifest.ladder().forEach((action, rank) -> steps.computeIfAbsent(rank, any -> new TreeSet<>())
                .add(action));
        return List.copyOf(steps.values());
    }

    private static Set<Action> only(List<Set<Action>> here, List<Set<Action>> notHere) {
        var actions = new TreeSet<>(flat(here));
        actions.removeAll(flat(notHere));
        return actions;
    }

    private static Set<Action> moved(List<Set<Action>> from, List<Set<Action>> to) {
        var stayed = new TreeSet<>(flat(from));
        stayed.retainAll(flat(to));
        var before = flat(from).stream().filter(stayed::contains).toList();
        var after = flat(to).stream().filter(stayed::contains).toList();
        var moved = new TreeSet<Action>();
        DiffUtils.diff(before, after)
                .getDeltas()
                .forEach(delta -> moved.addAll(delta.getSource().getLines()));
        stayed.removeAll(moved);
        // Same order, but no longer on one step with another, or now on one.
        stayed.stream()
                .filter(action -> !mates(action, from, stayed).equals(mates(action, to, stayed)))
                .forEach(moved::add);
        return moved;
    }

    private static Set<Action> mates(Action action, List<Set<Action>> ladder, Set<Action> among) {
        var mates = new TreeSet<>(ladder.stream()
                .filter(step -> step.contains(action))
                .findFirst()
                .orElseThrow());
        mates.retainAll(among);
        return mates;
    }

    private static List<Action> flat(List<Set<Action>> ladder) {
        return ladder.stream().flatMap(Collection::stream).toList();
    }
}
