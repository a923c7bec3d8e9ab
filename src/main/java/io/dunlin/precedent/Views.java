package io.dunlin.precedent;

import io.dunlin.engine.Decider;
import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Condition.Operator;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One view for the customer, and one for every set of rules that the state of an invoice leaves possible: what was done to
 * it, and whether anything is left to ask for.
 */
final class Views {
    /** How an invoice stands: overdue and free, not due yet, or given time to react. */
    static final int FREE = 0;

    static final int NOT_DUE = 1;
    static final int REACTING = 2;

    final View whole;
    /** Everything that any rule asks. */
    final Questions questions;
    /** Whether any rule about customers can ever propose something. */
    final boolean anyWish;

    private final Decider decider;
    private final Map<List<Rule>, View> ofInvoices = new HashMap<>();
    private final View[] untouched;

    Views(Decider decider) {
        this.decider = decider;
        var nobody = Profile.invoice(new Dossier.Steps()).customer();
        var strategy = decider.strategy().rules();
        var guard = decider.guard().rules();
        this.questions = new Questions(join(strategy, guard));
        var wishes = strategy.stream()
                .filter(rule -> rule.fact() == Customer.class && isPossible(rule, nobody, FREE))
                .toList();
        this.anyWish = !wishes.isEmpty();
        this.whole = view(0, Asker.CUSTOMER, join(wishes, guard));
        this.untouched = ofInvoice(new Dossier.Steps());
    }

    private static List<Rule> join(List<Rule> some, List<Rule> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private View view(int id, Asker asker, List<Rule> rules) {
        return new View(
                id, asker, new Questions(rules), decider.strategy().manifest().holds());
    }

    View[] untouched() {
        return untouched;
    }

    /** By state. */
    View[] ofInvoice(Dossier.Steps steps) {
        var invoice = Profile.invoice(steps);
        var views = new View[REACTING + 1];
        for (int state = FREE; state <= REACTING; state++) {
            int its = state;
            var possible = decider.strategy().rules().stream()
                    .filter(rule -> rule.fact() == Invoice.class && isPossible(rule, invoice, its))
                    .toList();
            views[state] = ofInvoices.computeIfAbsent(
                    join(possible, decider.guard().rules()),
                    rules -> view(ofInvoices.size() + 1, Asker.INVOICE, rules));
        }
        return views;
    }

    /** False if a condition that asks only what is known says no. */
    private static boolean isPossible(Rule rule, Fact fact, int state) {
        return rule.condition().parts().stream()
                .allMatch(part -> !asksForMoreThan(part, state) && (!asksOnlyWhatIsKnown(part) || part.holds(fact)));
    }

    private static boolean asksOnlyWhatIsKnown(Condition part) {
        return part.comparisons()
                .allMatch(comparison -> Questions.isKnown(comparison.field().name())
                        && !(comparison.operand() instanceof Operand.Other));
    }

    /** Whether it wants more money to be left than the state leaves, which is none; true in any currency. */
    private static boolean asksForMoreThan(Condition part, int state) {
        if (state == FREE || !(part instanceof Comparison comparison)) {
            return false;
        }
        var field = comparison.field().name();
        boolean nothing = field.equals("collectable") || (state == REACTING && field.equals("openAmount"));
        var threshold = comparison.operand() instanceof Operand.Named named
                ? named.parameter().value()
                : comparison.operand() instanceof Operand.Literal literal ? literal.value() : null;
        return nothing
                && threshold instanceof BigDecimal amount
                && ((comparison.operator() == Operator.MORE && amount.signum() >= 0)
                        || (comparison.operator() == Operator.AT_LEAST && amount.signum() > 0));
    }

    /** The actions in a set of ordinals. */
    static List<Action> actions(long done) {
        return IntStream.range(0, Dossier.ACTIONS)
                .filter(action -> (done & 1L << action) != 0)
                .mapToObj(action -> Action.values()[action])
                .toList();
    }
}
