package io.dunlin.engine;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.engine.Candidates.Subject;
import io.dunlin.language.Compiled;
import io.dunlin.language.Compiled.Firing;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one decision procedure, used by the service, the command line, scenarios and simulations alike: a pure function of
 * the account, the book (as-of day, rates, bank data), the strategy with the way it was chosen, the guard and the
 * working-day calendar.
 */
public final class Decider {
    private final Compiled strategy;
    private final Compiled guard;
    private final Choice choice;
    private final Matcher proposing;
    private final Matcher objecting;
    private final Set<String> thresholds;

    /**
     * Says which rules fire. The product asks the compiled rules; the benchmark puts the same policy written by hand here,
     * to measure what rules cost.
     */
    interface Matcher {
        List<Firing> fire(List<? extends Fact> facts);
    }

    public Decider(Compiled strategy, Compiled guard) {
        this(strategy, guard, Choice.NONE);
    }

    /** {@code choice} null where nobody chose. */
    public Decider(Compiled strategy, Compiled guard, Choice choice) {
        this(strategy, strategy::fire, guard, guard::fire, choice);
    }

    Decider(Compiled strategy, Matcher proposing, Compiled guard, Matcher objecting) {
        this(strategy, proposing, guard, objecting, Choice.NONE);
    }

    private Decider(Compiled strategy, Matcher proposing, Compiled guard, Matcher objecting, Choice choice) {
        this.choice = choice == null ? Choice.NONE : choice;
        this.strategy = strategy;
        this.proposing = proposing;
        this.guard = guard;
        this.objecting = objecting;
        this.thresholds = new TreeSet<>(strategy.manifest().moneyCurrencies());
        this.thresholds.addAll(guard.manifest().moneyCurrencies());
    }

    /** Tells of every fact that the rules of the strategy or of the guard were shown, in the order of deciding. */
    public interface Watcher {
        void shown(Compiled policy, List<? extends Fact> facts);
    }

    /** A decider whose every look at a fact somebody counts, such as the coverage of scenarios. */
    public static Decider watched(Compiled strategy, Compiled guard, Watcher watcher) {
        return new Decider(
                strategy,
                facts -> {
                    watcher.shown(strategy, facts);
                    return strategy.fire(facts);
                },
                guard,
                facts -> {
                    watcher.shown(guard, facts);
                    return guard.fire(facts);
                });
    }

    public Compiled strategy() {
        return strategy;
    }

    public Compiled guard() {
        return guard;
    }

    /** How it came to be this strategy. */
    public Choice choice() {
        return choice;
    }

    /** What to do about the customer and each invoice on {@code book.asOf()}, and why. */
    public Decision decide(Account account, Book book) {
        var known = AsOf.known(account, book.asOf());
        var the = derive(known, book);
        var candidates = candidates(the);
        candidates.forEach(Candidates::applyHolds);
        guard(the, candidates);
        var contact = OneContact.choose(candidates, strategy.manifest(), this::refusing);
        // Where a contact was folded something else moved up, which the guard has not seen yet.
        guard(the, contact.folded());
        var verdicts = new Verdicts(the, candidates, contact, strategy.manifest());
        return new Decision(
                account.customer().id(),
                book.asOf(),
                version(strategy),
                version(guard),
                verdicts.customer(),
                verdicts.invoices(),
                verdicts.tasks());
    }

    Case derive(Account known, Book book) {
        return Derive.from(
                Restart.on(choice.stepsSince(), known),
                book,
                strategy.manifest().holds(),
                thresholds,
                Overrides.of(known, book.asOf()));
    }

    List<Candidates> candidates(Case the) {
        var facts = new ArrayList<Fact>(the.open().size() + the.customers().size());
        the.open().forEach(item -> facts.add(item.invoice()));
        facts.addAll(the.customers());
        var proposals = new IdentityHashMap<Fact, List<Proposal>>();
        for (var firing : proposing.fire(facts)) {
            for (var effect : firing.rule().effects()) {
                proposals
                        .computeIfAbsent(firing.fact(), fact -> new ArrayList<>(4))
                        .add(new Proposal(
                                firing.rule(), firing.fact(), effect.action(), effect.level(), effect.text()));
            }
        }
        return candidates(the, proposals);
    }

    private List<Candidates> candidates(Case the, Map<Fact, List<Proposal>> proposals) {
        var manifest = strategy.manifest();
        var all = new ArrayList<Candidates>();
        for (var item : the.open()) {
            var subject = Subjects.invoice(item, the, manifest.holds());
            var own = new Candidates(subject, manifest, proposals.getOrDefault(item.invoice(), List.of()));
            var order = subject.order();
            if (order != null) {
                own.overrule(order, Overrides.makesWait(order) ? null : Overrides.proposal(order, item.invoice()));
            }
            all.add(own);
        }
        for (var customer : the.customers()) {
            candidates(the, customer, proposals.getOrDefault(customer, List.of()), all);
        }
        return all;
    }

    /** Each action by itself: work inside the house for the customer does not compete. */
    private void candidates(Case the, Customer customer, List<Proposal> own, List<Candidates> all) {
        var order = the.overrides().onCustomer();
        // Once, however many currencies the customer owes in.
        var task = order != null
                        && Overrides.isTask(order)
                        && customer == the.customers().get(0)
                ? Overrides.proposal(order, customer)
                : null;
        var actions = own.stream().map(Proposal::action).collect(toCollection(LinkedHashSet::new));
        if (task != null) {
            actions.add(task.action());
        }
        for (var action : actions) {
            var candidates = new Candidates(
                    Subjects.customer(customer, the),
                    strategy.manifest(),
                    own.stream().filter(p -> p.action() == action).toList());
            if (order != null) {
                candidates.overrule(order, task != null && task.action() == action ? task : null);
            }
            all.add(candidates);
        }
    }

    /** Shows the guard every winner until it has no more objections; each objection removes or softens, so this ends. */
    void guard(Case the, List<Candidates> candidates) {
        var pending = candidates;
        while (!pending.isEmpty()) {
            var outcomes = new IdentityHashMap<Fact, Candidates>();
            var facts = new ArrayList<Outcome>();
            for (var candidate : pending) {
                var winner = candidate.winner();
                if (winner != null) {
                    var outcome = outcome(candidate, winner);
                    outcomes.put(outcome, candidate);
                    facts.add(outcome);
                }
            }
            pending = object(objecting.fire(facts), outcomes);
        }
    }

    /** About whom the guard would stop or soften this step, although nobody proposed it for them. */
    private Set<Candidates> refusing(Proposal step, List<Candidates> about) {
        var outcomes = new IdentityHashMap<Fact, Candidates>();
        var facts = new ArrayList<Outcome>(about.size());
        for (var candidate : about) {
            var outcome = mention(candidate.subject(), step.action(), step.level());
            outcomes.put(outcome, candidate);
            facts.add(outcome);
        }
        return refused(facts).stream().map(outcomes::get).collect(toSet());
    }

    /** What the guard is asked of an invoice that a contact about another one would mention. */
    static Outcome mention(Subject subject, Action action, int level) {
        var invoice = subject.invoice();
        return new Outcome(invoice.customer(), invoice, action, level, subject.channel(action));
    }

    /** Those of the outcomes that the guard would stop or soften. */
    List<Outcome> refused(List<Outcome> outcomes) {
        return objecting.fire(outcomes).stream()
                .filter(firing ->
                        firing.rule().effects().stream().anyMatch(effect -> effect.verb() != Verb.REQUIRE_APPROVAL))
                .map(firing -> (Outcome) firing.fact())
                .toList();
    }

    private static Outcome outcome(Candidates candidate, Proposal winner) {
        var invoice = candidate.subject().invoice();
        var customer = invoice == null ? (Customer) winner.fact() : invoice.customer();
        return new Outcome(customer, invoice, winner.action(), winner.level(), candidate.channel());
    }

    /** Tells the candidates what the guard said; returns those whose winner changed and must be shown again. */
    private static List<Candidates> object(List<Firing> firings, Map<Fact, Candidates> outcomes) {
        var changed = new LinkedHashSet<Candidates>();
        for (var firing : firings) {
            var candidates = outcomes.get(firing.fact());
            var outcome = (Outcome) firing.fact();
            for (var effect : firing.rule().effects()) {
                if (apply(effect, firing.rule().id(), outcome, candidates)) {
                    changed.add(candidates);
                }
            }
        }
        return List.copyOf(changed);
    }

    private static boolean apply(Effect effect, String rule, Outcome outcome, Candidates candidates) {
        var text = effect.text().fill(outcome);
        switch (effect.verb()) {
            case VETO -> candidates.veto(outcome.action(), outcome.level(), rule, effect.role(), text);
            case SOFTEN -> candidates.soften(outcome.action(), outcome.level(), rule, effect, text);
            case REQUIRE_APPROVAL -> {
                candidates.requireApproval(outcome.action(), outcome.level(), rule, effect.role(), text);
                return false;
            }
            default -> throw new IllegalStateException("a guard does not " + effect.verb());
        }
        return true;
    }

    private static PolicyVersion version(Compiled policy) {
        return new PolicyVersion(policy.name(), policy.version());
    }
}
