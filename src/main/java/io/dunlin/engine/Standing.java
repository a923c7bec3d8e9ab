package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.engine.Candidates.Subject;
import io.dunlin.engine.Case.OpenItem;
import io.dunlin.language.Rule.Verb;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where one invoice, or one wish for the customer as a whole, stands before the one contact of the day is chosen. Together
 * with the others' standings it makes the decision, and it depends on nothing but its own facts: who decides many
 * customers keeps it and asks again only for facts that differ.
 *
 * @param wanted whether any rule proposed anything, even if nothing is left of it
 * @param unmentionable contacts about other invoices in which the guard would not have it mentioned
 * @param stopped every action that a hold stands in the way of
 * @param alone what is left if no other contact goes first
 * @param folded what is left if one does
 */
public record Standing(
        boolean wanted, Set<Mention> unmentionable, boolean needsHuman, Set<Action> stopped, Step alone, Step folded) {

    /** A step about another invoice. */
    public record Mention(Action action, int level) {}

    /**
     * A verdict without its words.
     *
     * @param rules that asked for it, and guard rules that attached something to it
     * @param spoke every rule that proposed or objected to anything, whether or not it prevailed
     */
    public record Step(
            Action action, int level, Channel channel, Role approval, List<String> rules, Set<String> spoke) {
        private static Step of(Candidates candidates) {
            var winner = candidates.winner();
            var spoke = new TreeSet<String>();
            candidates.runnersUp().stream().map(RunnerUp::rule).forEach(spoke::add);
            candidates.blockers().stream()
                    .map(blocker -> blocker.rule())
                    .filter(rule -> rule != null)
                    .forEach(spoke::add);
            if (winner == null) {
                var action = candidates.needsHuman() ? Action.NEEDS_HUMAN : Action.NO_ACTION;
                return new Step(action, 0, Channel.INTERNAL, null, List.of(), spoke);
            }
            var rules =
                    candidates.reasons().stream().map(reason -> reason.rule()).toList();
            spoke.addAll(rules);
            return new Step(winner.action(), winner.level(), candidates.channel(), candidates.approval(), rules, spoke);
        }
    }

    /** Of one open invoice; null where it is not open on the day. */
    public static Standing ofInvoice(Decider decider, Account account, Book book, String invoice) {
        var the = decider.derive(AsOf.known(account, book.asOf()), book);
        var item = the.open().stream()
                .filter(open -> open.invoice().id().equals(invoice))
                .toList();
        return item.isEmpty()
                ? null
                : of(decider, new Case(the.history(), book, List.of(), item, the.holds(), the.overrides()))
                        .get(0);
    }

    /** Of each wish for the customer as a whole, in the order of the decision. */
    public static List<Standing> ofCustomer(Decider decider, Account account, Book book) {
        var the = decider.derive(AsOf.known(account, book.asOf()), book);
        return of(
                decider,
                new Case(the.history(), book, the.customers(), List.<OpenItem>of(), the.holds(), the.overrides()));
    }

    private static List<Standing> of(Decider decider, Case the) {
        var alone = guarded(decider, the);
        var folded = alone.stream().anyMatch(Standing::isContact) ? guarded(decider, the) : alone;
        var standings = new ArrayList<Standing>(alone.size());
        var before = alone.stream().map(Step::of).toList();
        var contacts = folded.stream().filter(Standing::isContact).toList();
        contacts.forEach(c -> c.fold("another"));
        decider.guard(the, contacts);
        for (int i = 0; i < alone.size(); i++) {
            var after = contacts.isEmpty() ? before.get(i) : Step.of(folded.get(i));
            standings.add(of(decider, alone.get(i), before.get(i), after));
        }
        return standings;
    }

    private static boolean isContact(Candidates candidates) {
        return candidates.winner() != null && candidates.winner().action().isContact();
    }

    private static List<Candidates> guarded(Decider decider, Case the) {
        var candidates = decider.candidates(the);
        candidates.forEach(Candidates::applyHolds);
        decider.guard(the, candidates);
        return candidates;
    }

    private static Standing of(Decider decider, Candidates candidates, Step alone, Step folded) {
        var holds = candidates.subject().holds();
        var stopped = Arrays.stream(Action.values())
                .filter(action -> holds.stream().anyMatch(held -> held.stops(action)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
        return new Standing(
                candidates.wanted() != Action.NO_ACTION,
                unmentionable(decider, candidates.subject()),
                candidates.needsHuman(),
                stopped,
                alone,
                folded);
    }

    private static Set<Mention> unmentionable(Decider decider, Subject subject) {
        if (subject.invoice() == null) {
            return Set.of();
        }
        var outcomes = steps(decider)
                .filter(step -> isAsking(step.action()) && subject.channel(step.action()) != null)
                .map(step -> Decider.mention(subject, step.action(), step.level()))
                .toList();
        return decider.refused(outcomes).stream()
                .map(outcome -> new Mention(outcome.action(), outcome.level()))
                .collect(Collectors.toSet());
    }

    private static boolean isAsking(Action action) {
        return action.isContact() && action.claim() != Claim.NOTHING;
    }

    /** Every step that a rule can propose, or the guard put in the place of one. */
    private static Stream<Mention> steps(Decider decider) {
        return Stream.concat(decider.strategy().rules().stream(), decider.guard().rules().stream())
                .flatMap(rule -> rule.effects().stream())
                .filter(effect -> effect.verb() == Verb.PROPOSE || effect.verb() == Verb.SOFTEN)
                .map(effect -> new Mention(effect.action(), effect.level()))
                .distinct();
    }
}
