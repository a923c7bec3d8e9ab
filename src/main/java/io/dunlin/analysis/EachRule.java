package io.dunlin.analysis;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of a rule alone. */
final class EachRule {
    private static final int WORTH_A_LIST = 3;

    private final Space space;
    private final Said said;

    EachRule(Space space, Said said) {
        this.space = space;
        this.said = said;
    }

    /** Whether the rule can fire at all, as far as that can be told. */
    boolean check(Rule rule) {
        chains(rule);
        var found = space.find(rule.condition()::holds, space.fires(rule));
        if (found.answer() == Answer.NO) {
            neverFires(rule);
            return false;
        }
        if (found.answer() == Answer.UNKNOWN) {
            said.undecided(rule, "whether the rule can ever fire is not known");
        }
        redundant(rule);
        return true;
    }

    private void neverFires(Rule rule) {
        var parts = rule.condition().parts();
        var core = Core.of(parts, some -> space.isImpossible(all(some)));
        var message = core.size() == 1
                ? "never fires: " + Said.texts(core) + " is never true"
                : "never fires: " + Said.texts(core) + " are never true together";
        var last = core.get(core.size() - 1);
        var others = new ArrayList<>(parts);
        others.remove(last);
        var near = space.find(fact -> others.stream().allMatch(c -> c.holds(fact)), all(others));
        if (near.answer() == Answer.YES) {
            var hint = "the witness fulfils everything but " + Said.texts(List.of(last));
            said.warn(Code.NEVER_FIRES, rule, message, hint, near.fact(), Space.fields(rule));
        } else {
            said.warn(Code.NEVER_FIRES, rule, message, "change or delete one of them");
        }
    }

    private void redundant(Rule rule) {
        var left = new ArrayList<>(rule.condition().parts());
        for (int i = left.size() - 1; i >= 0; i--) {
            var others = new ArrayList<>(left);
            var part = others.remove(i);
            var not = space.of(part).not();
            if (space.isContradictory(all(others), not)) {
                var why = Core.of(others, some -> space.isContradictory(all(some), not));
                left.remove(i);
                var message = why.isEmpty()
                        ? "`" + Said.text(part) + "` is true of everything"
                        : "`" + Said.text(part) + "` says nothing new: " + Said.texts(why) + " implies it";
                var first = part.comparisons().findFirst().orElseThrow();
                said.warn(Code.REDUNDANT_CONDITION, rule, first, message, "delete it");
            }
        }
    }

    private Formula all(List<Condition> conditions) {
        return Formula.all(conditions.stream().map(space::of));
    }

    /** Alternatives are tested one after the other, a list is looked up. */
    private void chains(Rule rule) {
        rule.condition().parts().forEach(part -> chains(rule, part));
    }

    private void chains(Rule rule, Condition condition) {
        if (condition instanceof Condition.Not not) {
            chains(rule, not.part());
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> chains(rule, part));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> chains(rule, part));
            var byField = new LinkedHashMap<String, List<Comparison>>();
            for (var part : any.parts()) {
                if (part instanceof Comparison c && c.operator() == Operator.EQUAL && isWord(c.operand())) {
                    byField.computeIfAbsent(c.field().name(), name -> new ArrayList<>())
                            .add(c);
                }
            }
            byField.forEach((field, equal) -> chain(rule, field, equal));
        }
    }

    private void chain(Rule rule, String field, List<Comparison> equal) {
        if (equal.size() >= WORTH_A_LIST) {
            var words = equal.stream()
                    .map(c -> c.text().substring(c.text().indexOf("==") + 2).strip())
                    .collect(Collectors.joining(", "));
            said.warn(
                    Code.SLOW_CONDITION,
                    rule,
                    equal.get(0),
                    "`" + field + "` is compared " + equal.size() + " times, one after the other",
                    field + " in ( " + words + " )");
        }
    }

    private static boolean isWord(Operand operand) {
        return operand instanceof Operand.Literal literal && literal.value() != null;
    }
}
