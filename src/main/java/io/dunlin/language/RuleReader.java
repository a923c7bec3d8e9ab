package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Understands one rule of the parsed tree; anything it has no words for is refused. */
final class RuleReader {
    private static final Pattern NAME = Pattern.compile("([A-Z][A-Za-z]{0,19}[0-9]{1,9})\\s{1,9}(\\S.{2,120})");
    private static final Set<String> ANNOTATIONS = Set.of("owner", "source");
    private static final Pattern ANNOTATED =
            Pattern.compile("\\s*([\\p{L}\\p{N}_.-]{1,60}|\"[^\"\\\\\\n]{1,200}\")\\s*");

    private final String file;
    private final RuleDescr descr;
    private final List<String> lines;
    private final Manifest manifest;
    private final Findings findings;
    private final Set<String> usedParameters;
    private String id;

    RuleReader(
            String file,
            List<String> lines,
            RuleDescr descr,
            Manifest manifest,
            Findings findings,
            Set<String> usedParameters) {
        this.file = file;
        this.lines = lines;
        this.descr = descr;
        this.manifest = manifest;
        this.findings = findings;
        this.usedParameters = usedParameters;
    }

    /** The rule; empty where it cannot be used, with the reasons among the findings. */
    Optional<Rule> read() {
        var name = NAME.matcher(descr.getName() == null ? "" : descr.getName());
        if (!name.matches()) {
            error(
                    Code.SYNTAX,
                    descr,
                    "the rule's name must begin with an id, then say what it does",
                    "such as \"C20 Call when reminders went unanswered\"");
            return Optional.empty();
        }
        id = name.group(1);
        refuseEverythingButOnePattern();
        var pattern = pattern();
        var fact = pattern.flatMap(p -> factOf(p)).orElse(null);
        if (fact == null) {
            return Optional.empty();
        }
        var scope = new RuleScope(file, id, fact, manifest, findings);
        var conditions = conditions(pattern.get(), scope);
        var effects = new ConsequenceReader(descr, lines, pattern.get().getIdentifier(), fact, manifest, scope).read();
        usedParameters.addAll(scope.usedParameters());
        return Optional.of(new Rule(
                id,
                name.group(2),
                owner(),
                annotation("source"),
                file,
                descr.getLine(),
                fact,
                new Condition.All(conditions),
                effects));
    }

    private void refuseEverythingButOnePattern() {
        if (descr instanceof QueryDescr) {
            error(
                    Code.FORBIDDEN,
                    descr,
                    "`query` is not allowed in a strategy file",
                    "a strategy file holds rules only");
        }
        if (descr.getParentName() != null) {
            error(Code.FORBIDDEN, descr, "`extends` is not allowed", "repeat the conditions");
        }
        if (!descr.getNamedConsequences().isEmpty()) {
            error(Code.FORBIDDEN, descr, "named consequences are not allowed", "write a second rule");
        }
        descr.getAttributes()
                .keySet()
                .forEach(attribute -> error(
                        Code.FORBIDDEN,
                        descr,
                        "`" + attribute + "` is not allowed: what wins is decided by the ladder, never by the rule",
                        "delete it; put the action at the right place in strategy.yaml's ladder"));
        var seen = new HashSet<String>();
        for (var annotation : descr.getAnnotations()) {
            if (!ANNOTATIONS.contains(annotation.getName())) {
                error(
                        Code.FORBIDDEN,
                        annotation,
                        "`@" + annotation.getName() + "` means nothing here",
                        "@owner, @source");
            } else if (!seen.add(annotation.getName()) || !isPlain(annotation)) {
                error(
                        Code.FORBIDDEN,
                        annotation,
                        "`@" + annotation.getName() + "` holds one word, or one text in quotes",
                        "such as @owner( collections ) or @source( \"handbook 3.2\" )");
            }
        }
    }

    private static boolean isPlain(AnnotationDescr annotation) {
        return annotation.getValueMap().keySet().equals(Set.of(AnnotationDescr.VALUE))
                && annotation.getSingleValue() instanceof String text
                && ANNOTATED.matcher(text).matches();
    }

    private Optional<PatternDescr> pattern() {
        var parts =
                descr.getLhs() == null ? List.<BaseDescr>of() : descr.getLhs().getDescrs();
        if (parts.size() == 1 && parts.get(0) instanceof PatternDescr pattern && isPlain(pattern)) {
            return Optional.of(pattern);
        }
        error(
                Code.FORBIDDEN,
                descr,
                "a rule matches exactly one fact, without joins, not, exists, from, accumulate or eval",
                "such as `$i : Invoice( collectable > 0 )`; what you need of the customer is at `customer.…`");
        return Optional.empty();
    }

    private static boolean isPlain(PatternDescr pattern) {
        return pattern.getObjectType() != null
                && pattern.getSource() == null
                && !pattern.isUnification()
                && pattern.getBehaviors().isEmpty()
                && !pattern.isQuery()
                && pattern.getAnnotations().isEmpty()
                && pattern.getIdentifier() != null;
    }

    private Optional<Class<? extends Fact>> factOf(PatternDescr pattern) {
        var name = pattern.getObjectType();
        var fact = Words.fact(name);
        if (fact.isEmpty()) {
            error(Code.UNKNOWN_FACT, pattern, "unknown fact `" + name + "`", Guess.question(name, Words.facts()));
        } else if (isGuard() != (fact.get() == Outcome.class)) {
            var hint = isGuard() ? "the guard judges `Outcome`s" : "a strategy matches `Invoice` or `Customer`";
            error(Code.FORBIDDEN, pattern, "`" + name + "` cannot be matched here", hint);
            return Optional.empty();
        }
        return fact;
    }

    private boolean isGuard() {
        return manifest.name().equals(StrategyCompiler.GUARD);
    }

    private List<Condition> conditions(PatternDescr pattern, RuleScope scope) {
        var conditions = new ArrayList<Condition>();
        for (var constraint : pattern.getConstraint().getDescrs()) {
            if (!(constraint instanceof ExprConstraintDescr expression)
                    || expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
                error(
                        Code.FORBIDDEN,
                        constraint,
                        "a binding or a place is not allowed between the brackets",
                        "{field} in the text");
                continue;
            }
            var tokens = new Tokens(expression.getExpression(), constraint.getLine(), constraint.getColumn() + 1);
            var condition = new ConditionParser(scope, tokens).parse();
            if (condition instanceof Condition.All all) {
                conditions.addAll(all.parts());
            } else if (condition != null) {
                conditions.add(condition);
            }
        }
        return List.copyOf(conditions);
    }

    private String owner() {
        var owner = annotation("owner");
        if (owner == null || owner.isBlank()) {
            error(Code.MISSING_OWNER, descr, "nobody owns the rule", "add `@owner( collections )` below its name");
        }
        return owner;
    }

    private String annotation(String name) {
        var annotation = descr.getAnnotation(name);
        return annotation == null || annotation.getSingleValue() == null
                ? null
                : annotation
                        .getSingleValue()
                        .toString()
                        .replaceAll("^\"|\"$", "")
                        .strip();
    }

    private void error(Code code, BaseDescr at, String message, String hint) {
        findings.error(code, file, Math.max(0, at.getLine()), at.getColumn() + 1, id, message, hint);
    }
}
