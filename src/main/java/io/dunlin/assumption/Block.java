package io.dunlin.assumption;

import io.dunlin.assumption.AssumptionsRefused.Finding;
import io.dunlin.vocabulary.Guess;
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
import org.yaml.snakeyaml.nodes.Tag;

/** One block of the file, which knows its lines; whatever is not as asked for becomes a finding. */
final class Block {
    private final List<Finding> findings;
    private final Node whole;
    private final String what;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    Block(List<Finding> findings, Node whole, String what) {
        this.findings = findings;
        this.whole = whole;
        this.what = what;
        if (whole instanceof MappingNode block) {
            for (var entry : block.getValue()) {
                var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                // A value left empty, or JSON's null, says nothing.
                boolean isNothing = entry.getValueNode().getTag().equals(Tag.NULL);
                if (!isNothing && entries.put(key, entry.getValueNode()) != null) {
                    say(entry.getKeyNode(), "`" + key + "` stands there twice; keep one");
                }
            }
        } else if (whole != null) {
            say(whole, what + " must be a block of names and values");
        }
    }

    private void say(Node at, String message) {
        findings.add(new Finding(at == null ? 0 : at.getStartMark().getLine() + 1, message));
    }

    void say(String message) {
        say(whole, message);
    }

    void say(String key, String message) {
        say(entries.getOrDefault(key, whole), message);
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    void allow(Collection<String> known) {
        entries.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> unknown(key, "", known));
    }

    void unknown(String key, String kind, Collection<String> known) {
        var hint = Guess.question(key, known);
        say(key, "unknown " + kind + "`" + key + "`; " + (hint == null ? "one of " + String.join(", ", known) : hint));
    }

    void need(String... keys) {
        for (var key : keys) {
            if (!has(key)) {
                say("`" + key + "` is missing in " + what);
            }
        }
    }

    Block block(String key) {
        return new Block(findings, entries.get(key), "`" + key + "`");
    }

    /** Null where it is missing or no single value. */
    String text(String key) {
        if (entries.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (has(key)) {
            say(key, "`" + key + "` must be a single value");
        }
        return null;
    }

    List<Block> list(String key) {
        var blocks = new ArrayList<Block>();
        if (entries.get(key) instanceof SequenceNode list) {
            list.getValue().forEach(item -> blocks.add(new Block(findings, item, "an entry of `" + key + "`")));
        } else if (has(key)) {
            say(key, "`" + key + "` must be a list");
        }
        return blocks;
    }
}
