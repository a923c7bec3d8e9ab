package io.dunlin.engine;

import io.dunlin.book.Receivable;
import io.dunlin.engine.OneContact.Named;
import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Step;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the outcome into words: a verdict for every invoice and one for the customer, none of them silent. */
final class Verdicts {
    private static final Verdict PAID =
            nothing(Action.NO_ACTION, blocker(Code.PAID, Scope.INVOICE, null, Role.SYSTEM, "nothing is open on it"));

    private final Case the;
    private final List<Candidates> all;
    private final OneContact contact;
    private final Manifest manifest;

    Verdicts(Case the, List<Candidates> all, OneContact contact, Manifest manifest) {
        this.the = the;
        this.all = all;
        this.contact = contact;
        this.manifest = manifest;
    }

    List<InvoiceVerdict> invoices() {
        var open = new HashMap<String, Candidates>();
        for (var candidates : all) {
            if (candidates.subject().invoice() != null) {
                open.put(candidates.subject().invoice().id(), candidates);
            }
        }
        var issued = the.history().account.invoices();
        var verdicts = new ArrayList<InvoiceVerdict>(issued.size());
        for (var paper : issued) {
            var candidates = open.get(paper.id());
            verdicts.add(candidates == null ? closed(paper) : open(paper, candidates));
        }
        return List.copyOf(verdicts);
    }

    private static InvoiceVerdict closed(Receivable paper) {
        return new InvoiceVerdict(paper.id(), paper.currency(), BigDecimal.ZERO, BigDecimal.ZERO, PAID);
    }

    private InvoiceVerdict open(Receivable paper, Candidates candidates) {
        var invoice = candidates.subject().invoice();
        var verdict = verdict(candidates);
        return new InvoiceVerdict(paper.id(), paper.currency(), invoice.balance(), invoice.collectable(), verdict);
    }

    /** The contact if there is one; else the highest of the work inside the house; else why there is nothing. */
    Verdict customer() {
        if (contact.lead() != null) {
            return verdict(contact.lead());
        }
        var best = all.stream()
                .filter(c -> c.winner() != null)
                .min(Comparator.comparingInt(
                        (Candidates c) -> -Severity.of(c.winner().action(), manifest)));
        if (best.isPresent()) {
            return verdict(best.get());
        }
        boolean human = all.stream().anyMatch(Candidates::needsHuman);
        return nothing(human ? Action.NEEDS_HUMAN : Action.NO_ACTION, customerBlockers());
    }

    /** What customer-wide rules wanted, done or not; the same in two currencies is one task. */
    List<Verdict> tasks() {
        var tasks = new LinkedHashMap<Action, Verdict>();
        for (var candidates : all) {
            if (candidates.subject().invoice() == null && candidates != contact.lead()) {
                tasks.putIfAbsent(candidates.wanted(), verdict(candidates));
            }
        }
        return List.copyOf(tasks.values());
    }

    /** Of each kind the one that ends first, so that the customer's answer stays short. */
    private Blocker[] customerBlockers() {
        var byCode = new TreeMap<Code, Blocker>();
        if (!the.open().isEmpty()) {
            the.holds().forEach(held -> byCode.merge(held.blocker().code(), held.blocker(), Verdicts::earlier));
        }
        for (var candidates : all) {
            for (var blocker : allBlockers(candidates)) {
                byCode.merge(blocker.code(), blocker, Verdicts::earlier);
            }
        }
        if (byCode.isEmpty()) {
            var text = "no open invoice";
            byCode.put(Code.PAID, blocker(Code.PAID, Scope.CUSTOMER, null, Role.SYSTEM, text));
        }
        return byCode.values().toArray(Blocker[]::new);
    }

    private static Blocker earlier(Blocker a, Blocker b) {
        boolean bEndsFirst =
                b.until() != null && (a.until() == null || b.until().isBefore(a.until()));
        return bEndsFirst ? b : a;
    }

    private Verdict verdict(Candidates candidates) {
        var winner = candidates.winner();
        if (winner == null) {
            var action = candidates.needsHuman() ? Action.NEEDS_HUMAN : Action.NO_ACTION;
            return new Verdict(
                    action,
                    0,
                    Channel.INTERNAL,
                    action.owner(),
                    null,
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    allBlockers(candidates),
                    candidates.runnersUp(),
                    null);
        }
        var named = candidates == contact.lead() ? contact.named() : List.of(new Named(candidates, winner));
        return new Verdict(
                winner.action(),
                winner.level(),
                candidates.channel(),
                winner.action().owner(),
                candidates.approval(),
                ids(named),
                steps(named),
                asks(named, winner.action()),
                candidates.reasons(),
                candidates.blockers(),
                candidates.runnersUp(),
                null);
    }

    private static List<String> ids(List<Named> named) {
        return named.stream()
                .filter(n -> n.candidates().subject().invoice() != null)
                .map(n -> n.candidates().subject().invoice().id())
                .toList();
    }

    private static List<Step> steps(List<Named> named) {
        var steps = new ArrayList<Step>(named.size());
        for (var n : named) {
            var invoice = n.candidates().subject().invoice();
            if (n.step() != null) {
                steps.add(new Step(
                        invoice == null ? null : invoice.id(),
                        n.step().action(),
                        n.step().level()));
            }
        }
        return List.copyOf(steps);
    }

    private static Map<String, BigDecimal> asks(List<Named> named, Action action) {
        var asks = new TreeMap<String, BigDecimal>();
        for (var n : named) {
            var invoice = n.candidates().subject().invoice();
            if (invoice != null && action.claim() != Claim.NOTHING) {
                var own = invoice.amounts().of(action.claim());
                // What a call about a payment plan only mentions is on none, or on one that is broken.
                asks.merge(invoice.currency(), own.signum() > 0 ? own : invoice.collectable(), BigDecimal::add);
            }
        }
        return asks;
    }

    /** Why nothing is done; where no hold says so, the reason is that it is not due, or that no rule speaks of it. */
    private List<Blocker> allBlockers(Candidates candidates) {
        var blockers = candidates.blockers();
        var invoice = candidates.subject().invoice();
        if (invoice != null && invoice.due() != null && invoice.daysOverdue() <= 0) {
            blockers.add(blocker(Code.NOT_DUE, Scope.INVOICE, invoice.due(), Role.SYSTEM, "due on " + invoice.due()));
        }
        if (blockers.isEmpty()) {
            var text = "no rule of " + manifest.name() + " applies today";
            blockers.add(blocker(Code.NO_RULE, candidates.subject().scope(), null, Role.COLLECTION_MANAGER, text));
        }
        return List.copyOf(blockers);
    }

    private static Blocker blocker(Code code, Scope scope, LocalDate until, Role liftedBy, String text) {
        return new Blocker(code, scope, null, until, liftedBy, null, text);
    }

    private static Verdict nothing(Action action, Blocker... blockers) {
        return new Verdict(
                action,
                0,
                Channel.INTERNAL,
                action.owner(),
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(blockers),
                List.of(),
                null);
    }
}
