package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
        return compile(parse(files));
    }

    public static Compiled compile(Parsed parsed) throws StrategyRefused {
        if (parsed.hasErrors()) {
            throw new StrategyRefused(parsed.files().name(), parsed.diagnostics());
        }
        return new Compiled(parsed.files(), parsed.manifest(), parsed.rules(), parsed.diagnostics());
    }

    /** Everything the parser alone can say: fast enough to be asked while somebody types. */
    public static Parsed parse(StrategyFiles files) {
        var findings = new Findings();
        var manifest = new ManifestReader(files, findings).read();
        Set<String> used = new HashSet<>();
        var accepted = manifest.accepted().stream()
                .map(acceptance -> understood(acceptance, manifest, findings, used))
                .toList();
        var rules = rules(files, manifest, findings, used);
        var sound = rules.stream().filter(findings::isSound).toList();
        return new Parsed(files, manifest, rules, sound, accepted, findings.all());
    }

    private static Acceptance understood(
            Acceptance acceptance, Manifest manifest, Findings findings, Set<String> usedParameters) {
        if (acceptance.when() == null) {
            return acceptance;
        }
        var scope = new RuleScope(StrategyFiles.MANIFEST, null, Invoice.class, manifest, findings);
        var tokens = new Tokens(acceptance.when(), acceptance.line(), acceptance.column());
        var condition = new ConditionParser(scope, tokens).parse();
        usedParameters.addAll(scope.usedParameters());
        return acceptance.understoodAs(condition);
    }

    private static List<Rule> rules(StrategyFiles files, Manifest manifest, Findings findings, Set<String> used) {
        var rules = new ArrayList<Rule>();
        files.files().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                rules.addAll(new RuleFileReader(file, text, manifest, findings).read(used));
            }
        });
        duplicates(rules, findings);
        if (rules.size() > MOST_RULES) {
            findings.error(Code.TOO_BIG, files.name(), 0, 0, null, "more than " + MOST_RULES + " rules", "split it");
        }
        unused(files, manifest, used, findings);
        return List.copyOf(rules);
    }

    private static void unused(StrategyFiles files, Manifest manifest, Set<String> used, Findings findings) {
        var marks = Marks.of(files.files().get(StrategyFiles.MANIFEST));
        for (var name : manifest.parameters().keySet()) {
            // A rule that could not be read may use it.
            if (!used.contains(name) && !(findings.hasErrors() && isMentioned(files, name))) {
                var mark = marks.at("parameters/" + name);
                var message = "no rule uses parameter `" + name + "`";
                findings.warning(
                        Code.UNUSED_PARAMETER,
                        StrategyFiles.MANIFEST,
                        mark.line(),
                        mark.column(),
                        null,
                        message,
                        "delete it");
            }
        }
    }

    private static boolean isMentioned(StrategyFiles files, String name) {
        var word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return files.files().entrySet().stream()
                .anyMatch(file -> file.getKey().matches(".*\\.(drl|csv)")
                        && word.matcher(file.getValue()).find());
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
                        1,
                        rule.id(),
                        "the id " + rule.id() + " is taken by " + first.file() + ":" + first.line(),
                        "give one of them another id");
            }
        }
    }
}
