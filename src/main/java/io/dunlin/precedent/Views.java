package io.dunlin.precedent;

import io.dunlin.engine.Decider;
import io.dunlin.language.Condition;
import io.dunlin.language.Operand;
import io.dunlin.language.Rule;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One view for the customer, and one for every set of rules that what was done to an invoice leaves possible. */
final class Views {
    final View whole;
    private final Decider decider;
    private final Map<List<Rule>, View> ofInvoices = new HashMap<>();
    private final View untouched;

    Views(Decider decider) {
        this.decider = decider;
        var rules = Stream.concat(decider.strategy().rules().stream(), decider.guard().rules().stream());
        this.whole = view(0, Asker.CUSTOMER, rules.toList());
        this.untouched = ofInvoice(new Dossier.Steps());
    }

    private View view(int id, Asker asker, List<Rule> rules) {
        return new View(
                id, asker, new Questions(rules), decider.strategy().manifest().holds());
    }

    View untouched() {
        return untouched;
    }

    View ofInvoice(Dossier.Steps steps) {
        var invoice = Profile.invoice(steps);
        var possible = Stream.concat(
                        decider.strategy().rules().stream()
                                .filter(rule -> rule.fact() == Invoice.class && isPossible(rule, invoice)),
                        decider.guard().rules().stream())
                .toList();
        return ofInvoices.computeIfAbsent(possible, rules -> view(ofInvoices.size() + 1, Asker.INVOICE, rules));
    }

    /** False if a condition that asks only what was done already says no. */
    private static boolean isPossible(Rule rule, Invoice invoice) {
        return rule.condition().parts().stream().allMatch(part -> !asksOnlyWhatWasDone(part) || part.holds(invoice));
    }

    private static boolean asksOnlyWhatWasDone(Condition part) {
        return part.comparisons()
                .allMatch(comparison -> Questions.isSettledByLadder(comparison.field().name())
                        && !(comparison.operand() instanceof Operand.Other));
    }

    /** The actions in a set of ordinals. */
    static List<Action> actions(long done) {
        return IntStream.range(0, Dossier.ACTIONS)
                .filter(action -> (done & 1L << action) != 0)
                .mapToObj(action -> Action.values()[action])
                .collect(ArrayList::new, List::add, List::addAll);
    }
}
