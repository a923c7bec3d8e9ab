package io.dunlin.analysis;

import io.dunlin.language.Compiled;
import io.dunlin.language.HoldNumbers;
import io.dunlin.language.Parameter;
import io.dunlin.language.Rule;
import io.dunlin.language.Template;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Unit;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is different between two versions of a strategy: rule by rule and number by number, then line by line.
 *
 * @param about name, purpose, currency and change budget where they differ
 * @param ladder null where it is the same
 */
public record StrategyDiff(
        int schemaVersion,
        Version from,
        Version to,
        List<RuleDiff.Named> about,
        List<WholeRule> addedRules,
        List<WholeRule> removedRules,
        List<RuleDiff> changedRules,
        List<ParameterDiff> parameters,
        LadderDiff ladder,
        List<RuleDiff.Named> holds,
        List<FileDiff> files) {
    private static final int SCHEMA = 1;
    /** Of what a strategy says about itself, what a decision depends on. */
    private static final Set<String> DECIDING = Set.of("name", "currency");

    public record Version(String name, String version) {}

    /** A rule that stands on one side only, in words. */
    public record WholeRule(
            String id,
            String title,
            String owner,
            String file,
            String fact,
            List<String> conditions,
            List<String> says) {
        static WholeRule of(Rule rule) {
            return new WholeRule(
                    rule.id(),
                    rule.title(),
                    rule.owner(),
                    rule.file(),
                    rule.fact().getSimpleName(),
                    Wording.conditions(rule),
                    rule.effects().stream().map(Wording::of).toList());
        }
    }

    /**
     * @param from with its unit, such as {@code 14 days}; null where the parameter is new
     * @param to null where the parameter is gone
     * @param rules that use it, before or after
     */
    public record ParameterDiff(String name, String from, String to, String meaning, Set<String> rules) {}

    /** Whether both decide and explain alike: comments, spacing and the file in which a rule stands are no difference. */
    public boolean decidesAlike() {
        return addedRules.isEmpty()
                && removedRules.isEmpty()
                && changedRules.isEmpty()
                && parameters.isEmpty()
                && ladder == null
                && holds.isEmpty()
                && about.stream().noneMatch(difference -> DECIDING.contains(difference.what()));
    }

    public boolean hasDifferences() {
        return !decidesAlike() || !about.isEmpty() || !files.isEmpty();
    }

    public static StrategyDiff between(Compiled a, Compiled b) {
        var before = byId(a);
        var after = byId(b);
        var changed = new ArrayList<RuleDiff>();
        after.forEach((id, rule) -> {
            if (before.containsKey(id)) {
                changed.add(RuleDiff.between(before.get(id), rule));
            }
        });
        changed.removeIf(RuleDiff::isNone);
        var ladder = LadderDiff.between(a.manifest(), b.manifest());
        return new StrategyDiff(
                SCHEMA,
                new Version(a.name(), a.version()),
                new Version(b.name(), b.version()),
                about(a, b),
                only(after, before),
                only(before, after),
                List.copyOf(changed),
                parameters(a, b),
                ladder.isNone() ? null : ladder,
                holds(a.manifest().holds(), b.manifest().holds()),
                FileDiff.between(a.files(), b.files()));
    }

    private static Map<String, Rule> byId(Compiled strategy) {
        var rules = new LinkedHashMap<String, Rule>();
        strategy.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static List<WholeRule> only(Map<String, Rule> here, Map<String, Rule> notHere) {
        return here.values().stream()
                .filter(rule -> !notHere.containsKey(rule.id()))
                .map(WholeRule::of)
                .toList();
    }

    private static List<RuleDiff.Named> about(Compiled a, Compiled b) {
        var about = new ArrayList<RuleDiff.Named>();
        add(about, "name", a.name(), b.name());
        add(about, "purpose", a.manifest().purpose(), b.manifest().purpose());
        add(about, "currency", a.manifest().currency(), b.manifest().currency());
        var before = a.manifest().budget();
        var after = b.manifest().budget();
        add(about, "budget.changedCustomers", plain(before.changedCustomers()), plain(after.changedCustomers()));
        add(
                about,
                "budget.newSevereActions",
                String.valueOf(before.newSevereActions()),
                String.valueOf(after.newSevereActions()));
        return List.copyOf(about);
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    private static List<ParameterDiff> parameters(Compiled a, Compiled b) {
        var before = a.manifest().parameters();
        var after = b.manifest().parameters();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var users = users(a);
        users(b).forEach((name, rules) ->
                users.computeIfAbsent(name, any -> new TreeSet<>()).addAll(rules));
        var diffs = new ArrayList<ParameterDiff>();
        for (var name : names) {
            var from = amount(before.get(name));
            var to = amount(after.get(name));
            var meaning = Objects.requireNonNullElse(after.get(name), before.get(name))
                    .meaning();
            if (!Objects.equals(from, to)) {
                diffs.add(new ParameterDiff(name, from, to, meaning, users.getOrDefault(name, Set.of())));
            }
        }
        return List.copyOf(diffs);
    }

    private static Map<String, Set<String>> users(Compiled strategy) {
        var users = new TreeMap<String, Set<String>>();
        for (var rule : strategy.rules()) {
            Wording.parameters(rule, strategy.manifest().parameters().keySet())
                    .forEach(name ->
                            users.computeIfAbsent(name, any -> new TreeSet<>()).add(rule.id()));
        }
        return users;
    }

    private static String amount(Parameter parameter) {
        if (parameter == null) {
            return null;
        }
        return parameter.unit() == Unit.MONEY
                ? Template.money(parameter.value(), parameter.currency())
                : parameter.value().toPlainString() + " "
                        + parameter.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<RuleDiff.Named> holds(HoldNumbers a, HoldNumbers b) {
        var diffs = new ArrayList<RuleDiff.Named>();
        for (var number : HoldNumbers.class.getRecordComponents()) {
            if (number.getType() == int.class) {
                add(diffs, number.getName(), read(number, a), read(number, b));
            }
        }
        for (var action : Action.values()) {
            add(
                    diffs,
                    "reactionDays." + action,
                    String.valueOf(a.reactionDays(action)),
                    String.valueOf(b.reactionDays(action)));
        }
        return List.copyOf(diffs);
    }

    private static String read(RecordComponent number, HoldNumbers holds) {
        try {
            return String.valueOf(number.getAccessor().invoke(holds));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the numbers of holds are public", e);
        }
    }

    private static void add(List<RuleDiff.Named> diffs, String what, String from, String to) {
        if (!Objects.equals(from, to)) {
            diffs.add(new RuleDiff.Named(what, from, to));
        }
    }
}
