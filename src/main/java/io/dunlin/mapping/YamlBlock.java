package io.dunlin.mapping;

import io.dunlin.mapping.MappingException.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One indented block of a YAML file, which knows its lines; whatever is not as asked for becomes a finding. */
final class YamlBlock {
    private final List<Finding> findings;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    YamlBlock(List<Finding> findings, Node node, String what) {
        this.findings = findings;
        this.line = node == null ? 0 : lineOf(node);
        if (node instanceof MappingNode block) {
            for (var entry : block.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    if (entries.put(key.getValue(), entry.getValueNode()) != null) {
                        complain(key, "`" + key.getValue() + "` stands there twice");
                    }
                } else {
                    complain(entry.getKeyNode(), "a name is expected here");
                }
            }
        } else if (node != null) {
            complain(node, what + " must be a block of `name: value` lines");
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void complain(String message) {
        findings.add(new Finding(line, message));
    }

    private void complain(Node node, String message) {
        findings.add(new Finding(lineOf(node), message));
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isText(String key) {
        return entries.get(key) instanceof ScalarNode;
    }

    void allow(Collection<String> names) {
        entries.forEach((key, node) -> {
            if (!names.contains(key)) {
                complain(node, "`" + key + "` is unknown here" + DidYouMean.hint(key, names));
            }
        });
    }

    void forbid(String... names) {
        for (var name : names) {
            if (has(name)) {
                complain(entries.get(name), "`" + name + "` belongs to each file where there are `files`");
            }
        }
    }

    YamlBlock block(String key) {
        return new YamlBlock(findings, entries.get(key), "`" + key + "`");
    }

    String text(String key, String otherwise) {
        var node = entries.get(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        complain(node, "`" + key + "` must be a single value");
        return otherwise;
    }

    boolean yes(String key, boolean otherwise) {
        var word = text(key, otherwise ? "true" : "false");
        if (!word.equals("true") && !word.equals("false")) {
            complain(entries.get(key), "`" + key + "` must be true or false");
        }
        return word.equals("true");
    }

    /** A list, or a single value in its place. */
    List<String> list(String key, List<String> otherwise) {
        if (!(entries.get(key) instanceof SequenceNode sequence)) {
            return has(key) ? List.of(text(key, "")) : otherwise;
        }
        var texts = new ArrayList<String>();
        for (var item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                complain(item, "`" + key + "` must be a list of single values");
            }
        }
        return List.copyOf(texts);
    }

    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        keys().forEach(key -> texts.put(key, text(key, "")));
        return texts;
    }
}
