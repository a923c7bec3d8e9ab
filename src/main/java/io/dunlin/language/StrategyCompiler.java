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

    /** How the names of decision tables end. */
    static final String TABLE = ".csv";

    private static final int MOST_RULES = 1000;
    private static final int MOST_COMPARISONS = 20_000;

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
        return parse(files, new Findings());
    }

    static Parsed parse(StrategyFiles files, Findings findings) {
        try {
            var refused = new Gate(files, findings).refused();
            if (!refused.contains(StrategyFiles.MANIFEST)) {
                return parse(files, refused, findings);
            }
        } catch (Deadline.Passed e) {
            findings.stopped(StrategyFiles.MANIFEST, "reading was stopped: it took " + e.getMessage());
        }
        return new Parsed(files, Manifest.NONE, List.of(), List.of(), List.of(), findings.all());
    }

    private static Parsed parse(StrategyFiles files, Set<String> refused, Findings findings) {
        var manifest = new ManifestReader(files, findings).read();
        Set<String> used = new HashSet<>();
        var accepted = manifest.accepted().stream()
                .map(acceptance -> understood(acceptance, manifest, findings, used))
                .toList();
        var rules = rules(files, refused, manifest, findings, used);
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

    private static List<Rule> rules(
            StrategyFiles files, Set<String> refused, Manifest manifest, Findings findings, Set<String> used) {
        var rules = new ArrayList<Rule>();
        for (var file : files.files().keySet()) {
            if (!refused.contains(file) && !read(file, files.files().get(file), manifest, findings, used, rules)) {
                return List.of();
            }
        }
        duplicates(rules, findings);
        unused(files, manifest, used, findings);
        return List.copyOf(rules);
    }

    /** False where reading has to stop: what is left would only cost more. */
    private static boolean read(
            String file, String text, Manifest manifest, Findings findings, Set<String> used, List<Rule> rules) {
        try {
            if (file.endsWith(".drl")) {
                rules.addAll(new RuleFileReader(file, text, manifest, findings).read(used));
            } else if (file.endsWith(TABLE)) {
                rules.addAll(new TableReader(file, text, manifest, findings).read(used));
            }
            findings.deadline().check();
            return !isTooMuch(file, rules, findings);
        } catch (Deadline.Passed e) {
            findings.stopped(file, "reading was stopped: it took " + e.getMessage());
        } catch (StackOverflowError e) {
            findings.stopped(file, "something in it is nested too deeply");
        }
        return false;
    }

    private static boolean isTooMuch(String file, List<Rule> rules, Findings findings) {
        long comparisons = rules.stream()
                .mapToLong(rule -> rule.condition().comparisons().count())
                .sum();
        if (rules.size() > MOST_RULES) {
            findings.stopped(file, "there are more than " + MOST_RULES + " rules");
        } else if (comparisons > MOST_COMPARISONS) {
            findings.stopped(file, "there are more than " + MOST_COMPARISONS + " comparisons in all rules together");
        }
        return rules.size() > MOST_RULES || comparisons > MOST_COMPARISONS;
    }

    private static void unused(StrategyFiles files, Manifest manifest, Set<String> used, Findings findings) {
        var marks = Marks.of(files.files().get(StrategyFiles.MANIFEST));
        for (var name : manifest.parameters().keySet()) {
            findings.deadline().check();
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
