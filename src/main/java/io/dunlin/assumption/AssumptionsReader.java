package io.dunlin.assumption;

import io.dunlin.assumption.Assumptions.Except;
import io.dunlin.assumption.Assumptions.Partial;
import io.dunlin.assumption.Assumptions.Response;
import io.dunlin.assumption.AssumptionsRefused.Finding;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Stage;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of assumptions to the end and only then says everything that is wrong with it. */
public final class AssumptionsReader {
    private static final List<String> TOP =
            List.of("draws", "unasked", "responses", "again", "together", "partial", "except");
    private static final Pattern STEP = Pattern.compile("([A-Z_]+)(?: ([1-9]))?");
    /** A twentieth of the draws lies outside of an interval at each end: there must be some. */
    private static final int FEWEST_DRAWS = 20;

    private static final int LONGEST = 1 << 16;
    private static final int USUAL_DRAWS = 100;
    private static final int MOST_DRAWS = 1000;
    private static final List<String> ACTIONS = Arrays.stream(Action.values())
            .filter(action -> action.stage() != Stage.NONE && action.stage() != Stage.CLOSING)
            .map(Enum::name)
            .toList();
    private static final List<String> SIZES =
            Arrays.stream(SizeClass.values()).map(Enum::name).toList();

    private final List<Finding> findings = new ArrayList<>();

    /** @param name of the file, as a reader of the result would know it again */
    public static Assumptions read(String name, String yaml) throws AssumptionsRefused {
        var reader = new AssumptionsReader();
        var read = reader.assumptions(
                name, sha256(yaml), new Block(reader.findings, reader.compose(yaml), "the assumptions"));
        if (!reader.findings.isEmpty()) {
            throw new AssumptionsRefused(name, reader.findings);
        }
        return read;
    }

    private Node compose(String yaml) {
        if (yaml.length() > LONGEST) {
            findings.add(
                    new Finding(0, "they have " + yaml.length() + " characters; at most " + LONGEST + " are read"));
            return null;
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        try {
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                findings.add(new Finding(0, "they are empty"));
            }
            return root;
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            findings.add(new Finding(line, "they are not well formed: " + e.getProblem()));
        } catch (YAMLException e) {
            findings.add(new Finding(0, "they are not well formed: " + e.getMessage()));
        }
        return null;
    }

    private Assumptions assumptions(String name, String sha256, Block top) {
        if (!findings.isEmpty()) {
            return null;
        }
        top.allow(TOP);
        top.need("unasked", "responses", "again", "together");
        var ages = top.block("unasked");
        if (top.has("unasked")) {
            ages.need(Age.WORDS.toArray(String[]::new));
        }
        return new Assumptions(
                name,
                sha256,
                draws(top),
                unasked(ages),
                responses(top.block("responses")),
                Quantity.percent(top, "again", ""),
                Quantity.percent(top, "together", ""),
                partial(top),
                top.list("except").stream().map(this::except).toList());
    }

    private static int draws(Block top) {
        var text = top.text("draws");
        var draws = text == null ? USUAL_DRAWS : text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            top.say("draws", "`draws` must be a whole number from " + FEWEST_DRAWS + " to " + MOST_DRAWS);
        }
        return draws;
    }

    private static Map<Age, Range> unasked(Block block) {
        block.allow(Age.WORDS);
        var unasked = new EnumMap<Age, Range>(Age.class);
        for (var age : Age.values()) {
            if (block.has(age.word())) {
                unasked.put(age, Quantity.percent(block, age.word(), Quantity.A_DAY));
            }
        }
        return unasked;
    }

    private static Map<String, Response> responses(Block block) {
        var responses = new TreeMap<String, Response>();
        for (var key : block.keys()) {
            var step = STEP.matcher(key);
            if (!step.matches() || !ACTIONS.contains(step.group(1))) {
                block.unknown(key, "action ", ACTIONS);
                continue;
            }
            var said = block.block(key);
            said.allow(List.of("pays", "within"));
            said.need("pays", "within");
            responses.put(key, new Response(Quantity.percent(said, "pays", ""), Quantity.days(said, "within")));
        }
        return responses;
    }

    private static Partial partial(Block top) {
        if (!top.has("partial")) {
            return null;
        }
        var block = top.block("partial");
        block.allow(List.of("chance", "share"));
        block.need("chance", "share");
        return new Partial(Quantity.percent(block, "chance", ""), Quantity.percent(block, "share", ""));
    }

    private Except except(Block block) {
        block.allow(List.of("segment", "sizeClass", "unasked", "responses"));
        if (!block.has("segment") && !block.has("sizeClass")) {
            block.say("an entry of `except` needs `segment` or `sizeClass`, or both");
        }
        var size = block.text("sizeClass");
        if (size != null && !SIZES.contains(size)) {
            block.say("sizeClass", "unknown size class `" + size + "`; one of " + String.join(", ", SIZES));
            size = null;
        }
        return new Except(
                block.text("segment"),
                size == null ? null : SizeClass.valueOf(size),
                unasked(block.block("unasked")),
                responses(block.block("responses")));
    }

    private static String sha256(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
