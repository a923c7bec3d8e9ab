package io.dunlin.language;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.Statement;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.EffectWords.Place;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Reads what stands after {@code then}. It is parsed as Java, but never compiled and never run: only calls of our verbs
 * with plain words survive, and those become {@link Effect}s.
 */
final class ConsequenceReader {
    private static final int MOST_CHARACTERS = 5_000;
    /** Without looking after comments or editions of Java: what is not a call of a verb is refused anyway. */
    private static final ParserConfiguration PLAIN = new ParserConfiguration()
            .setAttributeComments(false)
            .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW);

    private final RuleDescr descr;
    private final int line;
    /** How far what follows {@code then} is from where JavaParser sees it: the brace put before it, the indentation lost. */
    private final int shift;

    private final String binding;
    private final Manifest manifest;
    private final RuleScope scope;
    private final EffectWords words;

    /** {@code lines} are those of the file: the parser keeps where {@code then} is, not where what follows begins. */
    ConsequenceReader(
            RuleDescr descr,
            List<String> lines,
            String binding,
            Class<? extends Fact> fact,
            Manifest manifest,
            RuleScope scope) {
        this.descr = descr;
        this.line = firstLine(descr, lines);
        this.shift = shift(descr, lines, line);
        this.binding = binding;
        this.manifest = manifest;
        this.scope = scope;
        this.words = new EffectWords(fact, manifest, scope);
    }

    private static int firstLine(RuleDescr descr, List<String> lines) {
        int then = Math.max(1, descr.getConsequenceLine());
        var text = descr.getConsequence() == null ? "" : descr.getConsequence().toString();
        var first = text.lines().findFirst().orElse("").strip();
        for (int i = then; i <= lines.size(); i++) {
            if (!first.isEmpty() && lines.get(i - 1).contains(first)) {
                return i;
            }
        }
        return then;
    }

    private static int shift(RuleDescr descr, List<String> lines, int line) {
        var text = descr.getConsequence() == null ? "" : descr.getConsequence().toString();
        var first = text.lines().findFirst().orElse("");
        var found = line <= lines.size() ? lines.get(line - 1).indexOf(first.strip()) : -1;
        return found < 0 ? 0 : found - first.indexOf(first.strip()) - 1;
    }

    List<Effect> read() {
        var text = descr.getConsequence() == null ? "" : descr.getConsequence().toString();
        if (text.length() > MOST_CHARACTERS) {
            scope.error(Code.TOO_BIG, line, 0, "what follows `then` is too long", example());
            return List.of();
        }
        var stranger = Alphabet.stranger(text);
        if (stranger != null) {
            var message = "`" + stranger.word() + "` is not allowed after `then`";
            var place = place(stranger.position("{" + text));
            scope.error(Code.FORBIDDEN, place.line(), place.column(), message, example());
            return List.of();
        }
        var parsed = new JavaParser(PLAIN).parseBlock("{" + text + "\n}");
        var effects = new ArrayList<Effect>();
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            var place = whereItEnds(parsed);
            scope.error(Code.SYNTAX, place.line(), place.column(), "what follows `then` cannot be read", example());
            return effects;
        }
        for (var statement : parsed.getResult().get().getStatements()) {
            var effect = effect(statement);
            if (effect != null) {
                effects.add(effect);
            }
        }
        if (parsed.getResult().get().getStatements().isEmpty()) {
            scope.error(Code.MISSING_REASON, line, 0, "the rule says nothing", example());
        }
        return List.copyOf(effects);
    }

    private Place whereItEnds(ParseResult<?> parsed) {
        return parsed.getProblems().stream()
                .flatMap(problem -> problem.getLocation().stream())
                .flatMap(location -> location.getBegin().getRange().stream())
                .map(range -> place(range.begin))
                .findFirst()
                .orElse(new Place(line, 0));
    }

    private Effect effect(Statement statement) {
        if (!statement.isExpressionStmt()
                || !(statement.asExpressionStmt().getExpression() instanceof MethodCallExpr call)
                || call.getScope().isPresent()
                || call.getTypeArguments().isPresent()) {
            return refuse(Code.FORBIDDEN, statement, "only the verbs of the vocabulary may follow `then`", example());
        }
        var verb = Arrays.stream(Verb.values())
                .filter(v -> v.word().equals(call.getNameAsString()))
                .filter(v -> v.isForGuard() == manifest.name().equals(StrategyCompiler.GUARD))
                .findFirst()
                .orElse(null);
        if (verb == null) {
            return refuse(Code.FORBIDDEN, call, "`" + call.getNameAsString() + "` is not a verb here", example());
        }
        return effect(verb, call, call.getArguments());
    }

    private Effect effect(Verb verb, MethodCallExpr call, NodeList<Expression> arguments) {
        if (arguments.size() == 2 && isBinding(arguments.get(0))) {
            return refuse(Code.MISSING_REASON, call, "`" + verb.word() + "` is given no reason", example());
        }
        boolean withLevel = arguments.size() == 4 && !verb.namesRole();
        if (!(arguments.size() == 3 || withLevel) || !isBinding(arguments.get(0))) {
            return refuse(
                    Code.SYNTAX, call, "`" + verb.word() + "` is called with other things than it takes", example());
        }
        int level = withLevel ? words.level(argument(arguments, 2), place(arguments.get(2))) : 1;
        var last = arguments.get(arguments.size() - 1);
        var text = words.reason(string(last), place(last));
        // All of it is looked at before any of it is given up, so that every finding is told.
        var second = arguments.get(1);
        var role = verb.namesRole() ? words.role(second.toString(), place(second)) : null;
        var action = verb.namesRole() ? null : words.action(second.toString(), place(second));
        boolean known = level >= 1 && text != null && (role != null || action != null);
        return known ? new Effect(verb, action, level, role, text) : null;
    }

    private static String argument(NodeList<Expression> arguments, int index) {
        return arguments.get(index).toString();
    }

    private boolean isBinding(Expression argument) {
        return argument instanceof NameExpr name && name.getNameAsString().equals(binding);
    }

    private static String string(Expression argument) {
        if (argument instanceof StringLiteralExpr literal) {
            return literal.asString();
        }
        if (argument instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            var left = string(sum.getLeft());
            var right = string(sum.getRight());
            return left == null || right == null ? null : left + right;
        }
        return null;
    }

    private String example() {
        return manifest.name().equals(StrategyCompiler.GUARD)
                ? "such as veto( " + binding + ", COMPLIANCE, \"why\" );"
                : "such as propose( " + binding + ", CALL, \"{daysOverdue} days late\" );";
    }

    private Effect refuse(Code code, Node at, String message, String hint) {
        var place = place(at);
        scope.error(code, place.line(), place.column(), message, hint);
        return null;
    }

    private Place place(Node at) {
        return at.getBegin().map(this::place).orElse(new Place(line, 0));
    }

    private Place place(Position at) {
        int column = at.line == 1 ? at.column + shift : at.column;
        return new Place(line + at.line - 1, Math.max(0, column));
    }
}
