package io.dunlin.engine;

import io.dunlin.book.ManualOverride;
import io.dunlin.language.Manifest;
import io.dunlin.language.Rule.Effect;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision.LostBecause;
import io.dunlin.vocabulary.Decision.Reason;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What rules proposed for one invoice, or for the customer as a whole, on its way to a single winner. Proposals only ever
 * leave, so nothing here can make an outcome harder.
 */
final class Candidates {
    private final Subject subject;
    private final Manifest manifest;
    private Action wanted;
    private Proposal ordered;
    private final List<Proposal> standing;
    private final List<RunnerUp> lost = new ArrayList<>(2);
    private final List<Blocker> blockers = new ArrayList<>(2);
    private final List<Condition> conditions = new ArrayList<>(0);
    private boolean tied;
    private boolean unreachable;
    private String foldedInto;

    /** What the guard attached to a step it let pass; {@code approval} null where it only explains. */
    private record Condition(Action action, int level, Role approval, Reason reason) {}

    Candidates(Subject subject, Manifest manifest, List<Proposal> proposals) {
        this.subject = subject;
        this.manifest = manifest;
        this.standing = new ArrayList<>(proposals);
        standing.sort(order());
        this.wanted = standing.isEmpty() ? Action.NO_ACTION : standing.get(0).action();
    }

    /** What a person ordered, then the highest rank; the rest only makes the order total. */
    private Comparator<Proposal> order() {
        return Comparator.comparing((Proposal p) -> p != ordered)
                .thenComparingInt(p -> -manifest.rank(p.action()))
                .thenComparingInt(p -> -p.level())
                .thenComparing(Proposal::action)
                .thenComparing(p -> p.rule().id());
    }

    /** What ranked highest before anything was taken out. */
    Action wanted() {
        return wanted;
    }

    Subject subject() {
        return subject;
    }

    /**
     * Puts what a person ordered in the place of everything the customer would notice. Work inside the house goes on, below
     * it. Whatever stops a proposal of a rule stops an order too.
     *
     * @param order null where it is carried out elsewhere, or nothing is to be done
     */
    void overrule(ManualOverride by, Proposal order) {
        standing.removeIf(p -> !Overrides.isInside(p.action())
                && (order == null || !p.sameStep(order))
                && lose(p, LostBecause.OVERRIDDEN, Overrides.text(by)));
        if (order != null) {
            ordered = order;
            wanted = order.action();
            standing.add(0, order);
        }
    }

    /** Whether a person ordered another step than this for it. */
    boolean isOrderedOtherThan(Action step) {
        return ordered != null && ordered.action() != step;
    }

    /** Takes out what was done already, what holds cover, and what cannot reach the customer. */
    void applyHolds() {
        subject.holds().forEach(held -> blockers.add(held.blocker()));
        standing.removeIf(this::isStopped);
    }

    private boolean isStopped(Proposal p) {
        // What is ordered after it was done is to be done again; once it was, the order is no longer in force.
        var done = p == ordered ? null : subject.alreadyDone(p.action(), p.level());
        if (done != null) {
            blockers.add(done);
            return lose(p, LostBecause.ALREADY_DONE, done.text());
        }
        for (var held : subject.holds()) {
            if (held.stops(p.action())) {
                return lose(p, LostBecause.HELD, held.blocker().text());
            }
        }
        if (!subject.hasClaimFor(p.action())) {
            return lose(p, LostBecause.HELD, "nothing is left to ask for");
        }
        if (foldedInto != null && p.action().isContact()) {
            return lose(p, LostBecause.FOLDED_INTO_ONE_CONTACT, foldedInto);
        }
        if (subject.channel(p.action()) == null) {
            unreachable = true;
            return lose(p, LostBecause.HELD, "no channel reaches the customer");
        }
        return false;
    }

    /** The winner so far, or null: none stands, or different actions of equal rank do. */
    Proposal winner() {
        if (standing.isEmpty()) {
            return null;
        }
        var best = standing.get(0);
        tied = best != ordered
                && standing.stream()
                        .anyMatch(p -> p.action() != best.action()
                                && manifest.rank(p.action()) == manifest.rank(best.action()));
        return tied ? null : best;
    }

    Channel channel() {
        return subject.channel(winner().action());
    }

    /** Takes the step out as a guard rule objected to it. */
    void veto(Action action, int level, String guardRule, Role liftedBy, String text) {
        blockers.add(new Blocker(Code.GUARD, subject.scope(), null, null, liftedBy, guardRule, text));
        standing.removeIf(p -> p.isStep(action, level) && lose(p, LostBecause.VETOED, guardRule + ": " + text));
    }

    /**
     * Puts a milder step in the place of one; a guard rule that would harden is a veto instead. Other steps keep their own
     * places, above or below it: were the softened one to push them aside, whatever takes the severe step away, such as a
     * dispute, would bring them back and make the answer harder.
     */
    void soften(Action action, int level, String guardRule, Effect milder, String text) {
        var original = standing.stream().filter(p -> p.isStep(action, level)).findFirst();
        veto(action, level, guardRule, Role.COMPLIANCE, text);
        int rank = manifest.rank(milder.action());
        if (original.isPresent() && rank >= 0 && rank < Severity.of(action, manifest)) {
            var from = original.get();
            var softened = new Proposal(from.rule(), from.fact(), milder.action(), milder.level(), from.text());
            if (!isStopped(softened)) {
                standing.removeIf(p -> p.action() != softened.action()
                        && manifest.rank(p.action()) == rank
                        && lose(p, LostBecause.OUTRANKED, "softened by " + guardRule));
                standing.add(softened);
                standing.sort(order());
                because(new Condition(milder.action(), milder.level(), null, new Reason(guardRule, text)));
            }
        }
    }

    /** Two steps may be softened into the same one for the same reason. */
    private void because(Condition condition) {
        if (!conditions.contains(condition)) {
            conditions.add(condition);
        }
    }

    void requireApproval(Action action, int level, String guardRule, Role role, String text) {
        conditions.add(new Condition(action, level, role, new Reason(guardRule, text)));
    }

    void fold(String into) {
        var text = "one contact per customer: " + into;
        foldedInto = text;
        blockers.add(new Blocker(
                Code.ONE_CONTACT_PER_CUSTOMER, subject.scope(), null, null, Role.COLLECTION_MANAGER, null, text));
        standing.removeIf(p -> p.action().isContact() && lose(p, LostBecause.FOLDED_INTO_ONE_CONTACT, text));
    }

    boolean needsHuman() {
        return tied
                || unreachable
                || subject.holds().stream()
                        .anyMatch(h -> h.blocker().code() == Code.NO_DUE_DATE
                                || h.blocker().code() == Code.NO_RATE);
    }

    /** Who must agree to the winner first; null where nobody must. */
    Role approval() {
        var winner = winner();
        for (var condition : conditions) {
            if (winner != null
                    && condition.approval() != null
                    && winner.isStep(condition.action(), condition.level())) {
                return condition.approval();
            }
        }
        if (winner == null || !winner.action().needsApproval()) {
            return null;
        }
        var owner = winner.action().owner();
        return owner == Role.LEGAL || owner == Role.CREDIT ? owner : Role.COLLECTION_MANAGER;
    }

    /** Why the winner won: every rule that wants the same step, and what the guard added. */
    List<Reason> reasons() {
        var winner = winner();
        var reasons = new ArrayList<Reason>();
        if (winner != null) {
            standing.stream().filter(p -> p.sameStep(winner)).forEach(p -> reasons.add(p.reason()));
            conditions.stream()
                    .filter(c -> winner.isStep(c.action(), c.level()))
                    .forEach(c -> reasons.add(c.reason()));
        }
        return List.copyOf(reasons);
    }

    List<RunnerUp> runnersUp() {
        var winner = winner();
        var all = new ArrayList<RunnerUp>();
        for (var p : standing) {
            if (winner == null) {
                all.add(p.lost(LostBecause.TIED, "another action has the same rank"));
            } else if (!p.sameStep(winner) && winner == ordered) {
                all.add(p.lost(LostBecause.OVERRIDDEN, "an " + ordered.rule().id() + " comes first"));
            } else if (!p.sameStep(winner)) {
                all.add(p.lost(LostBecause.OUTRANKED, winner.action() + " ranks higher"));
            }
        }
        all.addAll(lost);
        return List.copyOf(all);
    }

    List<Blocker> blockers() {
        // Two steps may be objected to in the same words.
        var all = new ArrayList<>(new LinkedHashSet<>(blockers));
        if (tied) {
            var actions =
                    standing.stream().map(Proposal::action).distinct().sorted().toList();
            var text = "the strategy ranks " + actions + " alike; a person decides";
            all.add(new Blocker(Code.TIE, subject.scope(), null, null, Role.COLLECTION_MANAGER, null, text));
        }
        if (unreachable) {
            var text = "every address of the customer is missing or dead";
            all.add(new Blocker(Code.NO_CHANNEL, Scope.CUSTOMER, null, null, Role.BILLING, null, text));
        }
        return all;
    }

    private boolean lose(Proposal p, LostBecause because, String why) {
        lost.add(p.lost(because, why));
        return true;
    }

    /** What candidates are about. */
    interface Subject {
        Scope scope();

        /** Null for the customer as a whole. */
        Invoice invoice();

        List<Held> holds();

        /** What a person ordered for it; null where nobody did. */
        ManualOverride order();

        Blocker alreadyDone(Action action, int level);

        boolean hasClaimFor(Action action);

        /** The channel the action would use; null where none reaches the customer. */
        Channel channel(Action action);
    }
}
