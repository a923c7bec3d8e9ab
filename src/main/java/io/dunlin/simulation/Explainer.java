package io.dunlin.simulation;

import io.dunlin.engine.Bygone;
import io.dunlin.simulation.Change.Choice;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says of every changed invoice what each strategy decided on the first day they differed, and why. It decides that day
 * anew with the one decision procedure, whichever way the days were played.
 */
final class Explainer {
    private final Basis basis;

    Explainer(Basis basis) {
        this.basis = basis;
    }

    /** A member of a family under both strategies; what was done about the others explains it too. */
    record Subject(Compared compared, int member, Family family, List<Played> baseline, List<Played> candidate) {
        List<Played> under(Arm arm) {
            return arm == Arm.BASELINE ? baseline : candidate;
        }
    }

    List<Change> changes(Subject subject) {
        var compared = subject.compared();
        var changes = new ArrayList<Change>();
        var decisions = new TreeMap<LocalDate, Map<Arm, Decision>>();
        for (var fate : compared.fates()) {
            if (fate.isChanged()) {
                var day = decisions.computeIfAbsent(fate.differsFrom(), on -> decide(subject, on));
                changes.add(change(compared, fate, day));
            }
        }
        return changes;
    }

    private Map<Arm, Decision> decide(Subject subject, LocalDate day) {
        var decisions = new EnumMap<Arm, Decision>(Arm.class);
        // Every changed invoice is open in the window, and what is bygone says nothing about it.
        var left = new Family(subject.family().members().stream()
                .map(account -> Bygone.left(account, basis.window().from()))
                .toList());
        for (var arm : Arm.values()) {
            var account = FamilyCopy.whenAsked(day, subject.member(), left, basis.window(), subject.under(arm));
            decisions.put(arm, basis.under(arm).decide(account, basis.books().on(day)));
        }
        return decisions;
    }

    private Change change(Compared compared, Fate fate, Map<Arm, Decision> decisions) {
        var paper = fate.invoice();
        var customer = compared.account().customer();
        var on = fate.differsFrom();
        var open = new Balances(compared.account()).open(paper, on);
        var daysOverdue = paper.due() == null ? null : (Integer) (int) ChronoUnit.DAYS.between(paper.due(), on);
        return new Change(
                customer.id(),
                customer.name(),
                paper.id(),
                paper.currency(),
                paper.amount(),
                open,
                basis.inReportingCurrency(open, paper.currency()),
                paper.due(),
                on,
                daysOverdue,
                choice(decisions.get(Arm.BASELINE), paper.id()),
                choice(decisions.get(Arm.CANDIDATE), paper.id()),
                compared.divergence());
    }

    private static Choice choice(Decision decision, String invoice) {
        var contact = decision.customer();
        if (contact.action().isContact() && contact.invoices().contains(invoice)) {
            boolean lead = contact.invoices().get(0).equals(invoice);
            return choice(contact, !lead);
        }
        return decision.invoices().stream()
                .filter(i -> i.id().equals(invoice))
                .findFirst()
                .map(i -> choice(i.verdict(), false))
                .orElseThrow(() -> new IllegalStateException("no verdict about invoice " + invoice));
    }

    private static Choice choice(Verdict verdict, boolean named) {
        var rules = verdict.reasons().stream().map(reason -> reason.rule()).toList();
        var codes = verdict.blockers().stream()
                .map(b -> b.rule() == null ? b.code().name() : b.rule())
                .distinct()
                .toList();
        var why = rules.isEmpty()
                ? verdict.blockers().stream().map(b -> b.text()).distinct().collect(Collectors.joining("; "))
                : verdict.reasons().stream().map(r -> r.text()).collect(Collectors.joining("; "));
        return new Choice(verdict.action(), verdict.level(), named, rules, codes, why);
    }
}
