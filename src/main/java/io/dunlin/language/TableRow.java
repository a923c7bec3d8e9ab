package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.EffectWords.Place;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a table as a rule. */
final class TableRow {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z]{0,19}[0-9]{1,9}");
    private static final Pattern WORDS = Pattern.compile("[^\"\\\\]{1,200}");

    private final Cells cells;
    private final TableColumns columns;
    private final Manifest manifest;
    private final Findings findings;
    private String id;

    /** @param line of the row in the file, which is also its number */
    record Cells(String file, int line, List<String> texts) {
        String text(Integer index) {
            return index == null || index >= texts.size()
                    ? ""
                    : texts.get(index).strip();
        }
    }

    TableRow(Cells cells, TableColumns columns, Manifest manifest, Findings findings) {
        this.cells = cells;
        this.columns = columns;
        this.manifest = manifest;
        this.findings = findings;
    }

    /** The rule; empty where it cannot be used, with the reasons among the findings. */
    Optional<Rule> read(Set<String> usedParameters) {
        if (!ID.matcher(named(TableColumns.RULE)).matches()) {
            say(Code.SYNTAX, TableColumns.RULE, "a rule begins with an id", "such as T10");
            return Optional.empty();
        }
        id = named(TableColumns.RULE);
        var fact = fact();
        if (fact == null) {
            return Optional.empty();
        }
        var conditions = new ArrayList<Condition>();
        columns.conditions().forEach(column -> conditions.addAll(conditions(column, fact, usedParameters)));
        var effect = effect(fact, usedParameters);
        return Optional.of(new Rule(
                id,
                words("title", 3),
                words("owner", 1),
                named("source").isEmpty() ? null : words("source", 1),
                cells.file(),
                cells.line(),
                fact,
                new Condition.All(List.copyOf(conditions)),
                effect == null ? List.of() : List.of(effect)));
    }

    private Class<? extends Fact> fact() {
        var name = named("fact").isEmpty() ? "Invoice" : named("fact");
        var fact = Words.fact(name).filter(f -> f != Outcome.class).orElse(null);
        if (fact == null) {
            var hint = Guess.nearest(name, List.of("Customer", "Invoice"))
                    .map(word -> "did you mean `" + word + "`?")
                    .orElse("Invoice or Customer");
            say(Code.UNKNOWN_FACT, "fact", "unknown fact `" + name + "`", hint);
        }
        return fact;
    }

    private List<Condition> conditions(
            TableColumns.Condition column, Class<? extends Fact> fact, Set<String> usedParameters) {
        var cell = cells.text(column.index());
        if (cell.isEmpty() || cell.equals("-")) {
            return List.of();
        }
        var conditions = new ArrayList<Condition>();
        int place = column.index() + 1;
        for (var text : TableCell.conditions(column, cell, fact)) {
            var condition = inCell(place, usedParameters, fact, scope -> new ConditionParser(
                            scope, new Tokens(text, cells.line(), place))
                    .parse());
            if (condition != null && !isOne(condition)) {
                say(Code.FORBIDDEN, place, "a cell holds one value, a range or a list", "use another row, or DRL");
            } else if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static boolean isOne(Condition condition) {
        return condition instanceof Condition.Comparison
                || (condition instanceof Condition.Not not && not.part() instanceof Condition.Comparison);
    }

    private Effect effect(Class<? extends Fact> fact, Set<String> usedParameters) {
        int actionAt = place("action");
        int reasonAt = place("reason");
        var action = inCell(actionAt, usedParameters, fact, scope -> new EffectWords(fact, manifest, scope)
                .action(named("action"), at(actionAt)));
        var reason = inCell(reasonAt, usedParameters, fact, scope -> new EffectWords(fact, manifest, scope)
                .reason(named("reason"), at(reasonAt)));
        var level = named("level").isEmpty()
                ? Integer.valueOf(1)
                : inCell(place("level"), usedParameters, fact, scope -> new EffectWords(fact, manifest, scope)
                        .level(named("level"), at(place("level"))));
        return action == null || reason == null || level == null
                ? null
                : new Effect(Verb.PROPOSE, action, level, null, reason);
    }

    /** Reads with findings of its own, which are then told at the cell they came from. */
    private <T> T inCell(
            int place, Set<String> usedParameters, Class<? extends Fact> fact, Function<RuleScope, T> reading) {
        var own = new Findings(findings.deadline());
        var scope = new RuleScope("a cell", id, fact, manifest, own);
        var read = reading.apply(scope);
        usedParameters.addAll(scope.usedParameters());
        own.all().forEach(finding -> say(finding.code(), place, finding.message(), finding.hint()));
        return own.hasErrors() ? null : read;
    }

    private String words(String column, int fewest) {
        var text = named(column);
        if (text.length() < fewest || !WORDS.matcher(text).matches()) {
            var code = column.equals("owner") && text.isEmpty() ? Code.MISSING_OWNER : Code.SYNTAX;
            say(code, column, "`" + column + "` is missing or holds quotes", "a few plain words");
        }
        return text;
    }

    private String named(String column) {
        return cells.text(columns.named().get(column));
    }

    private int place(String column) {
        return columns.named().getOrDefault(column, 0) + 1;
    }

    private Place at(int column) {
        return new Place(cells.line(), column);
    }

    private void say(Code code, String column, String message, String hint) {
        say(code, place(column), message, hint);
    }

    private void say(Code code, int column, String message, String hint) {
        findings.error(code, cells.file(), cells.line(), column, id, message, hint);
    }
}
