package io.dunlin.engine;

import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The one contact a customer gets on a day.
 *
 * <p>It is the hardest step that any invoice has reached, of equal ones that of the oldest invoice. Not simply "the oldest
 * invoice's": then putting that invoice on hold would uncover a harder step of a younger one, and a hold must never make
 * things harder for the customer.
 *
 * @param lead whose step it is; null where there is no contact
 * @param named what it speaks about, the lead first
 * @param folded who wanted a contact too
 */
record OneContact(Candidates lead, List<Named> named, List<Candidates> folded) {
    private static final OneContact NONE = new OneContact(null, List.of(), List.of());

    /** {@code step} is what the contact does for this invoice's own ladder; null where it only mentions it. */
    record Named(Candidates candidates, Proposal step) {}

    /** Says about whom the guard would not let a step be taken; it has seen only what each of them wanted itself. */
    interface Refusing {
        Set<Candidates> of(Proposal step, List<Candidates> about);
    }

    /** Chooses it and folds every other contact into it. */
    static OneContact choose(List<Candidates> all, Manifest manifest, Refusing refusing) {
        var wanting = all.stream()
                .filter(OneContact::wantsContact)
                .sorted(Comparator.comparingInt(
                                (Candidates c) -> -Severity.of(c.winner().action(), manifest))
                        .thenComparingInt(c -> -c.winner().level())
                        .thenComparingInt(OneContact::age)
                        .thenComparing(c -> c.winner().fact().id()))
                .toList();
        if (wanting.isEmpty()) {
            return NONE;
        }
        var lead = wanting.get(0);
        var named = named(lead, all, refusing);
        var into = lead.winner().action() + " about " + lead.winner().fact().id();
        var folded = wanting.subList(1, wanting.size());
        folded.forEach(c -> c.fold(into));
        return new OneContact(lead, named, folded);
    }

    private static List<Named> named(Candidates lead, List<Candidates> all, Refusing refusing) {
        var step = lead.winner();
        var others = all.stream()
                .filter(other -> other != lead && isNamed(other, lead))
                .toList();
        var unasked = others.stream()
                .filter(other -> other.winner() == null || !other.winner().sameStep(step))
                .toList();
        var refused = unasked.isEmpty() ? Set.of() : refusing.of(step, unasked);
        var named = new ArrayList<Named>();
        named.add(new Named(lead, step));
        for (var other : others) {
            if (!refused.contains(other)) {
                named.add(new Named(other, wantsContact(other) ? other.winner() : null));
            }
        }
        return List.copyOf(named);
    }

    private static boolean wantsContact(Candidates candidates) {
        return candidates.winner() != null && candidates.winner().action().isContact();
    }

    private static int age(Candidates candidate) {
        var invoice = candidate.subject().invoice();
        return invoice == null ? Integer.MAX_VALUE : -invoice.daysOverdue();
    }

    /** A severe step speaks only of invoices that earned it themselves; a reminder or call of all that may be chased, but not of
     * one that is about to be given up or for which a person ordered something else. */
    private static boolean isNamed(Candidates other, Candidates lead) {
        var invoice = other.subject().invoice();
        if (invoice == null || lead.winner().action().claim() == Claim.NOTHING) {
            return false;
        }
        var step = lead.winner().action();
        boolean givenUp = other.winner() != null && other.winner().action() == Action.WRITE_OFF;
        if (givenUp || other.isOrderedOtherThan(step)) {
            return false;
        }
        if (other.subject().holds().stream().anyMatch(held -> held.stops(step))) {
            return false;
        }
        boolean same = other.winner() != null && other.winner().action() == step;
        return same || (!step.needsApproval() && invoice.collectable().signum() > 0 && !other.needsHuman());
    }
}
