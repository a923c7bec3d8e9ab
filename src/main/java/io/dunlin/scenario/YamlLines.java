package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML as a tree that knows the lines it was written on, which Jackson's reader forgets. Words stay words: {@code on} is a
 * name and no truth value. Anchors are refused: a few of them can stand for more text than fits into memory.
 */
final class YamlLines {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}\\.\\d{1,18}");
    private static final int DEEPEST = 20;

    private final Map<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final Map<JsonNode, Map<Object, Integer>> entries = new IdentityHashMap<>();
    private final Map<Node, Boolean> seen = new IdentityHashMap<>();

    /** The tree of a text; missing where the text is empty. */
    JsonNode read(String text) throws ScenarioUnreadable {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            return root == null ? NODES.missingNode() : tree(root);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ScenarioUnreadable(mark, "this is no YAML: " + e.getProblem(), null);
        } catch (ReaderException e) {
            var line = (int) text.substring(0, Math.min(e.getPosition(), text.length()))
                    .lines()
                    .count();
            throw new ScenarioUnreadable(line, "there is a character that cannot be printed", "delete it");
        } catch (YAMLException e) {
            throw new ScenarioUnreadable(0, "this is no YAML: " + e.getMessage(), null);
        }
    }

    /** Where an entry of a mapping or list stands; the line of the whole where it has no such entry. */
    int of(JsonNode whole, Object keyOrIndex) {
        return entries.getOrDefault(whole, Map.of()).getOrDefault(keyOrIndex, of(whole));
    }

    int of(JsonNode whole) {
        return lines.getOrDefault(whole, 0);
    }

    Complaint complaint(JsonNode whole, Object keyOrIndex, String message, String hint) {
        return new Complaint(of(whole, keyOrIndex), message, hint);
    }

    private JsonNode tree(Node node) throws ScenarioUnreadable {
        if (seen.put(node, true) != null) {
            throw new ScenarioUnreadable(line(node), "anchors and aliases are not understood", "write it out twice");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        return node instanceof SequenceNode sequence ? sequence(sequence) : scalar((ScalarNode) node);
    }

    private ObjectNode mapping(MappingNode node) throws ScenarioUnreadable {
        var tree = NODES.objectNode();
        var where = new HashMap<Object, Integer>();
        for (var entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new ScenarioUnreadable(line(entry.getKeyNode()), "a name is expected here", null);
            }
            if (tree.has(key.getValue())) {
                throw new ScenarioUnreadable(line(key), "`" + key.getValue() + "` stands there twice", "keep one");
            }
            tree.set(key.getValue(), tree(entry.getValueNode()));
            where.put(key.getValue(), line(key));
        }
        return remember(tree, node, where);
    }

    private ArrayNode sequence(SequenceNode node) throws ScenarioUnreadable {
        var tree = NODES.arrayNode();
        var where = new HashMap<Object, Integer>();
        for (var item : node.getValue()) {
            where.put(tree.size(), line(item));
            tree.add(tree(item));
        }
        return remember(tree, node, where);
    }

    private <T extends JsonNode> T remember(T tree, Node node, Map<Object, Integer> where) {
        lines.put(tree, line(node));
        entries.put(tree, where);
        return tree;
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return NODES.textNode(text);
        }
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return NODES.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return NODES.numberNode(new BigInteger(text));
        }
        return NUMBER.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : NODES.textNode(text);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
