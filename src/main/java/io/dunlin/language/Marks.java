package io.dunlin.language;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text each key and list entry stands; Jackson's tree does not remember. */
final class Marks {
    private static final int DEEPEST = 6;

    private final Map<String, Mark> marks = new HashMap<>();

    /** Both from 1; 0 where unknown. */
    record Mark(int line, int column) {
        static final Mark NOWHERE = new Mark(0, 0);
    }

    private Marks() {}

    static Marks of(String yaml) {
        var marks = new Marks();
        try {
            var root = yaml == null ? null : new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            marks.collect("", root, 0);
        } catch (YAMLException e) {
            // Whoever reads the text itself says what is wrong with it.
            return new Marks();
        }
        return marks;
    }

    /** The place of {@code parameters/callAfter} or {@code accepted/0}, or of what it stands in. */
    Mark at(String path) {
        for (var at = path; ; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            var mark = marks.get(at);
            if (mark != null || at.isEmpty()) {
                return mark == null ? Mark.NOWHERE : mark;
            }
        }
    }

    private void collect(String path, Node node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var under = path.isEmpty() ? "" : path + "/";
        if (node instanceof MappingNode block) {
            for (var entry : block.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    put(under + key.getValue(), key);
                    collect(under + key.getValue(), entry.getValueNode(), depth + 1);
                }
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                put(under + i, list.getValue().get(i));
                collect(under + i, list.getValue().get(i), depth + 1);
            }
        }
    }

    private void put(String path, Node node) {
        var mark = node.getStartMark();
        marks.putIfAbsent(path, new Mark(mark.getLine() + 1, mark.getColumn() + 1));
    }
}
