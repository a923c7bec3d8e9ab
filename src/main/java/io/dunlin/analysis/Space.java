package io.dunlin.analysis;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.analysis.Solver.Solution;
import io.dunlin.language.Condition;
import io.dunlin.language.Parsed;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All facts of one kind that can come before the rules, and which of them each rule fires on. */
final class Space {
    private final Dims dims;
    private final Formula facts;
    private final String currency;
    private final Translation translation;
    private final Map<Rule, Formula> fires = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    Space(Class<? extends Fact> kind, Parsed parsed) {
        this.dims = new Dims(kind);
        this.currency = parsed.manifest().currency();
        this.translation = new Translation(dims, currency, "");
        for (var rule : parsed.sound()) {
            if (rule.fact() == kind) {
                rules.add(rule);
                fires.put(rule, translation.of(rule.condition()));
            } else if (kind == Invoice.class && rule.fact() == Customer.class) {
                fires.put(rule, new Translation(dims, currency, "customer.").of(rule.condition()));
            }
        }
        this.facts =
                DomainFacts.of(dims, parsed.isGuard() ? null : parsed.manifest().holds());
    }

    Dims dims() {
        return dims;
    }

    /** The rules about this kind of fact. */
    List<Rule> rules() {
        return rules;
    }

    /** Of a rule about this kind of fact; for invoices also of one about their customer. */
    Formula fires(Rule rule) {
        return fires.get(rule);
    }

    Collection<Formula> allFires() {
        return fires.values();
    }

    Formula of(Condition condition) {
        return translation.of(condition);
    }

    boolean isImpossible(Formula... all) {
        return find(f -> true, all).answer() == Answer.NO;
    }

    /** Whether it is impossible for want of logic alone, whatever is known of the fields. */
    boolean isContradictory(Formula... all) {
        return Solver.isImpossible(dims, all);
    }

    /**
     * A fact of which all this is true.
     *
     * @param fact null unless the answer is yes
     */
    record Found(Answer answer, Fact fact) {}

    /** {@code confirms} asks the rules themselves whether the fact is what was looked for; if not, nothing is claimed. */
    Found find(Predicate<Fact> confirms, Formula... all) {
        Solution solution = Solver.solve(dims, facts, Formula.all(all));
        if (solution.answer() != Answer.YES) {
            return new Found(solution.answer(), null);
        }
        var fact = new Example(dims, solution.point(), currency).fact();
        return confirms.test(fact) ? new Found(Answer.YES, fact) : new Found(Answer.UNKNOWN, null);
    }

    /** The fields that rules mention, in their order. */
    static List<String> fields(Rule... rules) {
        var fields = new ArrayList<String>();
        for (var rule : rules) {
            rule.condition().comparisons().map(c -> c.field().name()).forEach(fields::add);
            rule.condition().comparisons().forEach(c -> {
                if (c.operand() instanceof io.dunlin.language.Operand.Other other) {
                    fields.add(other.field().name());
                }
            });
        }
        return fields.stream().distinct().toList();
    }
}
