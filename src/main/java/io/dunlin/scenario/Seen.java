package io.dunlin.scenario;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Reason;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be seen in a decision, gathered from all its verdicts. */
record Seen(Decision decision) {

    /** Rules that fired, winners, losers and the guard's alike. */
    Set<String> fired() {
        return Stream.of(
                        verdicts().flatMap(v -> v.reasons().stream()).map(Reason::rule),
                        verdicts().flatMap(v -> v.runnersUp().stream()).map(RunnerUp::rule),
                        vetoes().stream())
                .flatMap(rules -> rules)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> vetoes() {
        return verdicts()
                .flatMap(v -> v.blockers().stream())
                .map(Blocker::rule)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Blocker.Code> blockers() {
        return verdicts()
                .flatMap(v -> v.blockers().stream())
                .map(Blocker::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Action> tasks() {
        return decision.tasks().stream().map(Verdict::action).collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> sentences() {
        return verdicts()
                .flatMap(v -> v.reasons().stream())
                .map(Reason::text)
                .distinct()
                .toList();
    }

    /** Null where the decision does not know the invoice. */
    Action actionOn(String invoice) {
        return decision.invoices().stream()
                .filter(i -> i.id().equals(invoice))
                .map(i -> i.verdict().action())
                .findFirst()
                .orElse(null);
    }

    private Stream<Verdict> verdicts() {
        return Stream.of(
                        Stream.of(decision.customer()),
                        decision.invoices().stream().map(InvoiceVerdict::verdict),
                        decision.tasks().stream())
                .flatMap(verdicts -> verdicts);
    }
}
