package io.dunlin.language;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.Statement;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Role;
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

    private final RuleDescr descr;
    private final int line;
    /** How far what follows {@code then} is from where JavaParser sees it: the brace put before it, the indentation lost. */
    private final int shift;

    private final String binding;
    private final Class<? extends Fact> fact;
    private final Manifest manifest;
    private final RuleScope scope;

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
        this.fact = fact;
        this.manifest = manifest;
        this.scope = scope;
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
        var parsed = new JavaParser().parseBlock("{" + text + "\n}");
        var effects = new ArrayList<Effect>();
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            refuse(Code.SYNTAX, whereItEnds(parsed), "what follows `then` cannot be read", example());
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

    private static Position whereItEnds(ParseResult<?> parsed) {
        return parsed.getProblems().stream()
                .flatMap(problem -> problem.getLocation().stream())
                .flatMap(location -> location.getBegin().getRange().stream())
                .map(range -> range.begin)
                .findFirst()
                .orElse(null);
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
        int level = withLevel ? level(arguments.get(2)) : 1;
        var text = text(arguments.get(arguments.size() - 1));
        // All of it is looked at before any of it is given up, so that every finding is told.
        var role = verb.namesRole() ? word(Role.class, arguments.get(1)) : null;
        var action = verb.namesRole() ? null : word(Action.class, arguments.get(1));
        if (action != null && !isProposable(action)) {
            return refuse(Code.UNKNOWN_ACTION, call, action + " cannot be proposed here", "put it in the ladder");
        }
        boolean known = level >= 1 && text != null && (role != null || action != null);
        return known ? new Effect(verb, action, level, role, text) : null;
    }

    private boolean isProposable(Action action) {
        return action.stage() != Action.Stage.NONE
                && (manifest.name().equals(StrategyCompiler.GUARD)
                        || manifest.ladder().containsKey(action));
    }

    private boolean isBinding(Expression argument) {
        return argument instanceof NameExpr name && name.getNameAsString().equals(binding);
    }

    private int level(Expression argument) {
        if (argument instanceof IntegerLiteralExpr number && number.getValue().matches("[1-9]")) {
            return Integer.parseInt(number.getValue());
        }
        refuse(Code.WRONG_TYPE, argument, "the level is a number from 1 to 9", null);
        return 0;
    }

    private <E extends Enum<E>> E word(Class<E> type, Expression argument) {
        var written = argument.toString();
        var name = written.substring(written.lastIndexOf('.') + 1);
        var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (argument instanceof NameExpr || written.equals(type.getSimpleName() + "." + name)) {
            if (known.contains(name)) {
                return Enum.valueOf(type, name);
            }
        }
        var code = type == Action.class ? Code.UNKNOWN_ACTION : Code.UNKNOWN_WORD;
        var kind = type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        refuse(code, argument, "unknown " + kind + " `" + written + "`", Guess.question(name, known));
        return null;
    }

    private Template text(Expression argument) {
        var text = string(argument);
        if (text == null || text.isBlank()) {
            refuse(
                    Code.MISSING_REASON,
                    argument,
                    "the reason must be a sentence in quotes",
                    "with {field} for numbers");
            return null;
        }
        boolean known = true;
        for (var name : Template.names(text)) {
            if (!scope.knows(name)) {
                known = false;
                var hint = Guess.question(name, scope.knownNames());
                refuse(Code.UNKNOWN_FIELD, argument, "the reason mentions unknown `{" + name + "}`", hint);
            }
        }
        return known ? Template.of(text, fact, manifest) : null;
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
        refuse(code, at.getBegin().orElse(null), message, hint);
        return null;
    }

    private void refuse(Code code, Position at, String message, String hint) {
        if (at == null) {
            scope.error(code, line, 0, message, hint);
        } else {
            int column = at.line == 1 ? at.column + shift : at.column;
            scope.error(code, line + at.line - 1, Math.max(0, column), message, hint);
        }
    }
}
