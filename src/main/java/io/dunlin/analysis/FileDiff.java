package io.dunlin.analysis;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import io.dunlin.language.StrategyFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What is different in the text of one file.
 *
 * @param added lines that are new
 * @param removed lines that are gone
 * @param unified as {@code diff -u} writes it, so that {@code patch} and {@code git apply} understand it
 */
public record FileDiff(String file, Kind kind, int added, int removed, String unified) {
    private static final int CONTEXT = 3;
    /** Finding the shortest difference takes the product of the lengths: past this, all between the ends is one change. */
    private static final long MOST_WORK = 25_000_000;

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Every file that differs; line ends are no difference, as they are none to a version. */
    public static List<FileDiff> between(StrategyFiles a, StrategyFiles b) {
        var names = new TreeSet<>(a.files().keySet());
        names.addAll(b.files().keySet());
        var diffs = new ArrayList<FileDiff>();
        for (var name : names) {
            var from = a.files().get(name);
            var to = b.files().get(name);
            if (!plain(from).equals(plain(to)) || from == null || to == null) {
                diffs.add(between(name, from, to));
            }
        }
        return List.copyOf(diffs);
    }

    private static FileDiff between(String name, String from, String to) {
        var before = lines(from);
        var after = lines(to);
        var patch = patch(before, after);
        var unified = UnifiedDiffUtils.generateUnifiedDiff(
                from == null ? "/dev/null" : "a/" + name,
                to == null ? "/dev/null" : "b/" + name,
                before,
                patch,
                CONTEXT);
        return new FileDiff(
                name,
                from == null ? Kind.ADDED : to == null ? Kind.REMOVED : Kind.CHANGED,
                patch.getDeltas().stream().mapToInt(d -> d.getTarget().size()).sum(),
                patch.getDeltas().stream().mapToInt(d -> d.getSource().size()).sum(),
                unified.isEmpty() ? "" : String.join("\n", unified) + "\n");
    }

    private static Patch<String> patch(List<String> before, List<String> after) {
        int start = same(before, after);
        int end = Math.min(same(reversed(before), reversed(after)), Math.min(before.size(), after.size()) - start);
        long work = (long) (before.size() - start - end) * (after.size() - start - end);
        if (work > MOST_WORK) {
            var whole = new Patch<String>();
            whole.addDelta(new ChangeDelta<>(
                    new Chunk<>(start, before.subList(start, before.size() - end)),
                    new Chunk<>(start, after.subList(start, after.size() - end))));
            return whole;
        }
        var shortest = Patch.generate(
                before, after, new MyersDiffWithLinearSpace<String>().computeDiff(before, after, (DiffAlgorithmListener)
                                null));
        return joined(shortest);
    }

    /** What was found as an insertion and a deletion side by side is one change: people read the old line first. */
    private static Patch<String> joined(Patch<String> found) {
        var patch = new Patch<String>();
        var open = new ArrayList<AbstractDelta<String>>();
        for (var delta : found.getDeltas()) {
            if (!open.isEmpty() && !follows(open.get(open.size() - 1), delta)) {
                patch.addDelta(whole(open));
                open.clear();
            }
            open.add(delta);
        }
        if (!open.isEmpty()) {
            patch.addDelta(whole(open));
        }
        return patch;
    }

    private static boolean follows(AbstractDelta<String> delta, AbstractDelta<String> next) {
        var source = delta.getSource();
        var target = delta.getTarget();
        return source.getPosition() + source.size() == next.getSource().getPosition()
                && target.getPosition() + target.size() == next.getTarget().getPosition();
    }

    private static AbstractDelta<String> whole(List<AbstractDelta<String>> deltas) {
        var source = new ArrayList<String>();
        var target = new ArrayList<String>();
        deltas.forEach(delta -> {
            source.addAll(delta.getSource().getLines());
            target.addAll(delta.getTarget().getLines());
        });
        var first = deltas.get(0);
        return new ChangeDelta<>(
                new Chunk<>(first.getSource().getPosition(), source),
                new Chunk<>(first.getTarget().getPosition(), target));
    }

    private static int same(List<String> a, List<String> b) {
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        return i;
    }

    private static List<String> reversed(List<String> lines) {
        var reversed = new ArrayList<>(lines);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static String plain(String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : plain(text).lines().toList();
    }
}
