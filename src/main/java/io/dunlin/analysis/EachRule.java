package io.dunlin.analysis;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.language.Condition;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Rule;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a rule alone. */
final class EachRule {
    private final Space space;
    private final LookUps lookUps;
    private final Said said;

    EachRule(Space space, Said said) {
        this.space = space;
        this.lookUps = new LookUps(space.rules(), said);
        this.said = said;
    }

    /** Whether the rule can fire at all, as far as that can be told. */
    boolean check(Rule rule) {
        lookUps.check(rule);
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
}
