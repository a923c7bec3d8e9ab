package io.dunlin.analysis;

import io.dunlin.language.Condition;
import io.dunlin.language.Rule;
import io.dunlin.language.Rule.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What is different between two versions of one rule. Where it stands in which file is not.
 *
 * @param title as it is now
 * @param conditions comparison by comparison, in the order written
 * @param said owner, source, action, level, reason and title where they differ
 */
public record RuleDiff(String id, String title, String file, List<Pair> conditions, List<Named> said) {

    /** Something that was and something that is; null on the side where there is nothing. */
    public record Pair(String from, String to) {}

    public record Named(String what, String from, String to) {}

    static RuleDiff between(Rule a, Rule b) {
        return new RuleDiff(b.id(), b.title(), b.file(), conditions(a, b), said(a, b));
    }

    boolean isNone() {
        return conditions.isEmpty() && said.isEmpty();
    }

    /** What is equal goes first, then what is about the same field, then what is about one of the same fields. */
    private static List<Pair> conditions(Rule a, Rule b) {
        var before = new ArrayList<>(a.condition().parts());
        var after = new ArrayList<>(b.condition().parts());
        pairs(before, after, (x, y) -> Wording.key(x).equals(Wording.key(y)));
        var changed = new ArrayList<Pair>();
        changed.addAll(pairs(before, after, (x, y) -> Wording.fields(x).equals(Wording.fields(y))));
        changed.addAll(pairs(before, after, RuleDiff::shareAField));
        before.forEach(x -> changed.add(new Pair(Wording.of(x), null)));
        after.forEach(y -> changed.add(new Pair(null, Wording.of(y))));
        return List.copyOf(changed);
    }

    private static boolean shareAField(Condition a, Condition b) {
        return Wording.fields(a).stream().anyMatch(Wording.fields(b)::contains);
    }

    private static List<Pair> pairs(
            List<Condition> before, List<Condition> after, BiPredicate<Condition, Condition> alike) {
        var pairs = new ArrayList<Pair>();
        before.removeIf(x -> {
            var partner = after.stream().filter(y -> alike.test(x, y)).findFirst();
            partner.ifPresent(y -> {
                after.remove(y);
                pairs.add(new Pair(Wording.of(x), Wording.of(y)));
            });
            return partner.isPresent();
        });
        return pairs;
    }

    private static List<Named> said(Rule a, Rule b) {
        var said = new ArrayList<Named>();
        add(said, "title", a.title(), b.title());
        add(said, "owner", a.owner(), b.owner());
        add(said, "source", a.source(), b.source());
        add(said, "fact", a.fact().getSimpleName(), b.fact().getSimpleName());
        for (int i = 0; i < Math.max(a.effects().size(), b.effects().size()); i++) {
            effects(said, at(a.effects(), i), at(b.effects(), i));
        }
        return List.copyOf(said);
    }

    private static void effects(List<Named> said, Effect a, Effect b) {
        if (a == null || b == null || a.verb() != b.verb()) {
            add(said, "verb", of(a, Wording::of), of(b, Wording::of));
            return;
        }
        add(said, "action", name(a), name(b));
        add(said, "level", String.valueOf(a.level()), String.valueOf(b.level()));
        add(said, "reason", Wording.reason(a), Wording.reason(b));
    }

    private static String name(Effect effect) {
        return String.valueOf(effect.role() == null ? effect.action() : effect.role());
    }

    private static Effect at(List<Effect> effects, int index) {
        return index < effects.size() ? effects.get(index) : null;
    }

    private static String of(Effect effect, Function<Effect, String> words) {
        return effect == null ? null : words.apply(effect);
    }

    private static void add(List<Named> said, String what, String from, String to) {
        if (!Objects.equals(from, to)) {
            said.add(new Named(what, from, to));
        }
    }
}
