package io.dunlin.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dunlin.analysis.StrategyDiff;
import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The baseline with only one of the candidate's changes in it, once for each change: what every change does by itself.
 *
 * @param note why there are none, or which are left out; null where all are there
 */
public record Ablation(List<Variant> variants, String note) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** @param what the change in words */
    public record Variant(String what, Decider decider) {}

    /** A change that could not be tried by itself is named in the note. */
    public static Ablation between(Decider baseline, Decider candidate, int most) {
        var diff = StrategyDiff.between(baseline.strategy(), candidate.strategy());
        long changes = diff.addedRules().size()
                + diff.removedRules().size()
                + diff.changedRules().size()
                + diff.parameters().stream().filter(Ablation::isOnBothSides).count()
                + (diff.ladder() == null ? 0 : 1)
                + (diff.holds().isEmpty() ? 0 : 1);
        if (changes > most) {
            return new Ablation(
                    List.of(),
                    "The strategies differ in " + changes + " rules and numbers; up to " + most
                            + " are tried one by one (--effects).");
        }
        return new Trial(baseline, candidate).of(diff);
    }

    private static boolean isOnBothSides(StrategyDiff.ParameterDiff parameter) {
        return parameter.from() != null && parameter.to() != null;
    }

    private static final class Trial {
        private final Decider baseline;
        private final Compiled before;
        private final Compiled after;
        private final List<Variant> variants = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();

        Trial(Decider baseline, Decider candidate) {
            this.baseline = baseline;
            this.before = baseline.strategy();
            this.after = candidate.strategy();
        }

        Ablation of(StrategyDiff diff) {
            diff.addedRules().forEach(rule -> rules("rule " + rule.id() + " added", rule.id(), true));
            diff.removedRules().forEach(rule -> rules("rule " + rule.id() + " removed", rule.id(), false));
            diff.changedRules().forEach(rule -> rules("rule " + rule.id() + " changed", rule.id(), true));
            diff.parameters().stream()
                    .filter(Ablation::isOnBothSides)
                    .forEach(p -> manifest(p.name() + " " + p.from() + " → " + p.to(), "parameters", p.name()));
            if (diff.ladder() != null) {
                manifest("the ladder", "ladder", null);
            }
            if (!diff.holds().isEmpty()) {
                manifest("the numbers of holds", "holds", null);
            }
            return new Ablation(
                    List.copyOf(variants),
                    leftOut.isEmpty() ? null : "Not possible by themselves: " + String.join(", ", leftOut) + ".");
        }

        private void rules(String what, String id, boolean wanted) {
            var rules = new ArrayList<>(before.rules());
            rules.removeIf(rule -> rule.id().equals(id));
            if (wanted) {
                rules.add(rule(id));
            }
            var known = rules.stream()
                    .flatMap(rule -> rule.effects().stream())
                    .allMatch(effect -> before.manifest().rank(effect.action()) >= 0);
            if (known) {
                variants.add(new Variant(what, new Decider(before.withRules(rules), baseline.guard())));
            } else {
                leftOut.add(what + " (needs the new ladder)");
            }
        }

        private Rule rule(String id) {
            return after.rules().stream()
                    .filter(r -> r.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private void manifest(String what, String block, String key) {
            try {
                var files = new TreeMap<>(before.files().files());
                var other = YAML.readTree(after.files().files().get(StrategyFiles.MANIFEST));
                files.compute(StrategyFiles.MANIFEST, (name, text) -> with(text, other, block, key));
                var changed = new StrategyFiles(before.files().name(), files);
                variants.add(new Variant(what, new Decider(StrategyCompiler.compile(changed), baseline.guard())));
            } catch (StrategyRefused e) {
                leftOut.add(what);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The manifest with one block, or one entry of it, as the other manifest has it. */
        private static String with(String text, JsonNode other, String block, String key) {
            try {
                var tree = (ObjectNode) YAML.readTree(text);
                UnaryOperator<JsonNode> entry = node -> key == null ? node : node.path(key);
                var target = key == null ? tree : tree.withObjectProperty(block);
                var name = key == null ? block : key;
                var value = entry.apply(other.path(block));
                if (value.isMissingNode()) {
                    target.remove(name);
                } else {
                    target.set(name, value);
                }
                return YAML.writeValueAsString(tree);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
