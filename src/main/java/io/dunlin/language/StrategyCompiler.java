package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strategy files in, a strategy ready to run out, or every reason why not.
 *
 * <p>DRL is read by Drools' parser and run by Drools' engine, but in between no Java is generated: conditions become typed
 * comparisons and consequences become data ({@link Rule.Effect}), which are handed to Drools as an executable model. So a
 * strategy file is never code, and a thousand versions leave no class behind.
 */
public final class StrategyCompiler {
    /** The name of the strategy that only compliance writes: it judges outcomes instead of proposing actions. */
    public static final String GUARD = "guard";

    private static final int MOST_RULES = 1000;

    private StrategyCompiler() {}

    public static Compiled compile(StrategyFiles files) throws StrategyRefused {
        var findings = new Findings();
        var manifest = new ManifestReader(files, findings).read();
        var rules = rules(files, manifest, findings);
        if (findings.hasErrors()) {
            throw new StrategyRefused(files.name(), findings.all());
        }
        return new Compiled(files, manifest, rules, findings.all());
    }

    private static List<Rule> rules(StrategyFiles files, Manifest manifest, Findings findings) {
        var rules = new ArrayList<Rule>();
        Set<String> used = new HashSet<>();
        files.files().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                rules.addAll(new RuleFileReader(file, text, manifest, findings).read(used));
            }
        });
        duplicates(rules, findings);
        if (rules.size() > MOST_RULES) {
            findings.error(Code.TOO_BIG, files.name(), 0, 0, null, "more than " + MOST_RULES + " rules", "split it");
        }
        manifest.parameters().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> findings.warning(
                        Code.UNUSED_PARAMETER,
                        StrategyFiles.MANIFEST,
                        0,
                        0,
                        null,
                        "no rule uses parameter `" + name + "`",
                        "delete it"));
        return List.copyOf(rules);
    }

    private static void duplicates(List<Rule> rules, Findings findings) {
        Map<String, Rule> seen = new HashMap<>();
        for (var rule : rules) {
            var first = seen.putIfAbsent(rule.id(), rule);
            if (first != null) {
                findings.error(
                        Code.DUPLICATE_RULE,
                        rule.file(),
                        rule.line(),
                        0,
                        rule.id(),
                        "the id " + rule.id() + " is taken by " + first.file() + ":" + first.line(),
                        "give one of them another id");
            }
        }
    }
}
