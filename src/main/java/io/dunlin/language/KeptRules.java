package io.dunlin.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules as plain data: what the parsers of DRL and of Java found, in words. Reading it back resolves every word anew
 * against vocabulary and manifest, by the same code that reads a rule file; so it can say nothing a rule file cannot.
 */
final class KeptRules {
    /** Records by their components alone; what they can answer besides is not theirs to keep. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    /** What is kept does not make rules; it is dropped, and the strategy is compiled from its files. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason);
        }

        Unusable(Exception cause) {
            super(cause);
        }
    }

    /** Rules and the warnings that reading them gave. */
    record Content(List<Rule> rules, List<Diagnostic> warnings) {}

    private final Manifest manifest;

    KeptRules(Manifest manifest) {
        this.manifest = manifest;
    }

    static byte[] write(Content content) {
        var root = JSON.createObjectNode();
        var rules = root.putArray("rules");
        content.rules().forEach(rule -> write(rule, rules.addObject()));
        root.set("warnings", JSON.valueToTree(content.warnings()));
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Rule rule, ObjectNode node) {
        node.put("id", rule.id()).put("title", rule.title()).put("owner", rule.owner());
        node.put("source", rule.source()).put("file", rule.file()).put("line", rule.line());
        node.put("fact", rule.fact().getSimpleName());
        write(rule.condition().parts(), node.putArray("when"));
        var effects = node.putArray("then");
        for (var effect : rule.effects()) {
            var one = effects.addObject().put("verb", effect.verb().name()).put("level", effect.level());
            one.put("action", effect.action() == null ? null : effect.action().name());
            one.put("role", effect.role() == null ? null : effect.role().name());
            one.put("text", ((Template) effect.text()).source());
        }
    }

    private static void write(List<Condition> conditions, ArrayNode array) {
        for (var condition : conditions) {
            var node = array.addObject();
            if (condition instanceof Condition.Comparison c) {
                node.put("is", c.text()).put("line", c.line()).put("column", c.column());
            } else if (condition instanceof Condition.Not not) {
                write(List.of(not.part()), node.putArray("not"));
            } else if (condition instanceof Condition.All all) {
                write(all.parts(), node.putArray("all"));
            } else if (condition instanceof Condition.Any any) {
                write(any.parts(), node.putArray("any"));
            }
        }
    }

    Content read(byte[] kept) throws Unusable {
        try {
            var root = JSON.readTree(kept);
            var rules = new ArrayList<Rule>();
            for (var node : root.path("rules")) {
                rules.add(rule(node));
            }
            return new Content(
                    List.copyOf(rules), List.of(JSON.treeToValue(root.required("warnings"), Diagnostic[].class)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(e);
        }
    }

    private Rule rule(JsonNode node) throws Unusable {
        var fact = Words.fact(node.path("fact").asText()).orElseThrow(() -> new Unusable("no such fact"));
        var findings = new Findings();
        var scope = new RuleScope(node.path("file").asText(), node.path("id").asText(), fact, manifest, findings);
        var condition = new Condition.All(conditions(node.required("when"), scope));
        var effects = new ArrayList<Effect>();
        for (var effect : node.required("then")) {
            effects.add(effect(effect, fact, scope));
        }
        if (findings.hasErrors()) {
            throw new Unusable(findings.all().toString());
        }
        return new Rule(
                node.required("id").asText(),
                node.required("title").asText(),
                text(node, "owner"),
                text(node, "source"),
                node.required("file").asText(),
                node.required("line").asInt(),
                fact,
                condition,
                List.copyOf(effects));
    }

    private static List<Condition> conditions(JsonNode array, RuleScope scope) throws Unusable {
        var conditions = new ArrayList<Condition>();
        for (var node : array) {
            conditions.add(condition(node, scope));
        }
        return List.copyOf(conditions);
    }

    private static Condition condition(JsonNode node, RuleScope scope) throws Unusable {
        if (node.has("all")) {
            return new Condition.All(conditions(node.get("all"), scope));
        }
        if (node.has("any")) {
            return new Condition.Any(conditions(node.get("any"), scope));
        }
        if (node.has("not")) {
            var parts = conditions(node.get("not"), scope);
            if (parts.size() == 1) {
                return new Condition.Not(parts.get(0));
            }
        }
        var tokens = new Tokens(
                node.path("is").asText(),
                node.path("line").asInt(),
                node.path("column").asInt());
        if (new ConditionParser(scope, tokens).parse() instanceof Condition.Comparison comparison) {
            return comparison;
        }
        throw new Unusable("not a condition: " + node);
    }

    private Effect effect(JsonNode node, Class<? extends Fact> fact, RuleScope scope) throws Unusable {
        var verb = Verb.valueOf(node.path("verb").asText());
        var action = text(node, "action") == null ? null : Action.valueOf(text(node, "action"));
        var role = text(node, "role") == null ? null : Role.valueOf(text(node, "role"));
        var level = node.path("level").asInt();
        var text = node.required("text").asText();
        var guard = manifest.name().equals(StrategyCompiler.GUARD);
        var fits = verb.isForGuard() == guard
                && verb.namesRole() == (role != null)
                && verb.namesRole() == (action == null)
                && (action == null || guard || manifest.ladder().containsKey(action))
                && level >= 1
                && level <= 9
                && Template.names(text).stream().allMatch(scope::knows);
        if (!fits) {
            throw new Unusable("not an effect: " + node);
        }
        return new Effect(verb, action, level, role, Template.of(text, fact, manifest));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : null;
    }
}
