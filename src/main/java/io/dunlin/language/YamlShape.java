package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * YAML is plain names, numbers, lists and blocks here. Looked at event by event before anybody builds a tree of it: aliases
 * can stand for more text than fits into memory, tags ask for classes, a second document would be read by nobody.
 */
final class YamlShape {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 2_000;
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[-+]?(0[0-9_]{1,40}(\\.[0-9]{0,40})?|0[xob][0-9a-fA-F_]{1,40}|[0-9][0-9_.]{0,40}_[0-9_.]{0,40}|[0-9]{1,9}(:[0-5]?[0-9]){1,5})");

    private final String file;
    private final Findings findings;
    private int documents;
    private int depth;
    private final Deque<Block> blocks = new ArrayDeque<>();

    private YamlShape(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Whether a reader may have the text; else the first reason why not is among the findings. */
    static boolean isPlain(String file, String text, Findings findings) {
        return new YamlShape(file, findings).check(text);
    }

    private boolean check(String text) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            for (var event : new Yaml(options).parse(new StringReader(text))) {
                findings.deadline().look();
                if (!isPlain(event)) {
                    return false;
                }
            }
            return true;
        } catch (MarkedYAMLException e) {
            return refuse(
                    Code.SYNTAX, e.getProblemMark(), "this is not YAML: " + e.getProblem(), "see rules/README.md");
        } catch (YAMLException e) {
            return refuse(Code.SYNTAX, null, "this is not YAML: " + e.getMessage(), "see rules/README.md");
        }
    }

    private boolean isPlain(Event event) {
        var mark = event.getStartMark();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
            return refuse(
                    Code.TOO_BIG, mark, "lists and blocks are nested too deeply", "at most " + DEEPEST + " levels");
        }
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            return refuse(Code.FORBIDDEN, mark, "a second document would be read by nobody", "delete it, from the ---");
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            return refuse(Code.FORBIDDEN, mark, "anchors and aliases are not allowed", "write it out twice");
        }
        if (isTwice(event)) {
            var name = ((ScalarEvent) event).getValue();
            return refuse(Code.SYNTAX, mark, "`" + name + "` stands there twice", "keep one of them");
        }
        if (tag(event) != null) {
            return refuse(Code.FORBIDDEN, mark, "the tag `" + tag(event) + "` is not allowed", "write the value alone");
        }
        if (event instanceof ScalarEvent scalar && Letters.hides(scalar.getValue())) {
            return refuse(Code.FORBIDDEN, mark, "an escape stands for an invisible character", "delete it");
        }
        if (event instanceof ScalarEvent scalar && isAmbiguousNumber(scalar)) {
            var message = "`" + scalar.getValue() + "` is one number for some programs and another for others";
            return refuse(Code.FORBIDDEN, mark, message, "plain digits such as 14 or 99.95; a text in quotes");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > LONGEST) {
            return refuse(Code.TOO_BIG, mark, "a text is longer than " + LONGEST + " characters", "shorten it");
        }
        return true;
    }

    /** Whether it is a name that its block has already. */
    private boolean isTwice(Event event) {
        if (event instanceof CollectionEndEvent) {
            blocks.pop();
            return false;
        }
        boolean twice = false;
        if (event instanceof NodeEvent && !blocks.isEmpty()) {
            var block = blocks.peek();
            twice = block.isNamed
                    && !block.isValue
                    && event instanceof ScalarEvent name
                    && !block.names.add(name.getValue());
            block.isValue = !block.isValue;
        }
        if (event instanceof CollectionStartEvent) {
            blocks.push(new Block(event instanceof MappingStartEvent));
        }
        return twice;
    }

    /** One that is open, and the names read in it so far. */
    private static final class Block {
        private final boolean isNamed;
        private final Set<String> names = new HashSet<>();
        private boolean isValue;

        Block(boolean isNamed) {
            this.isNamed = isNamed;
        }
    }

    /** Some programs read it as eight's, sixteen's or sixty's, others as ten's or as a word. */
    private static boolean isAmbiguousNumber(ScalarEvent scalar) {
        return scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && AMBIGUOUS.matcher(scalar.getValue()).matches();
    }

    private static String tag(Event event) {
        return event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private boolean refuse(Code code, Mark mark, String message, String hint) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        findings.error(code, file, line, column, null, message, hint);
        return false;
    }
}
