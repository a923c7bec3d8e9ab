package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.language.Condition;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why an action was not chosen, and what would have to change.
 *
 * @param chosen whether it was chosen after all, for the customer or any invoice
 * @param lost where a rule wanted it: what took it away
 * @param rules every rule that could propose it, nearest to firing first, against every fact it looks at
 * @param firstDay first later day, within a year, on which it is chosen if nothing else happens; null if on none
 * @param note why there is no rule to tell of; null where there is one
 */
public record WhyNot(
        Action action, boolean chosen, List<Lost> lost, List<RuleAnswer> rules, LocalDate firstDay, String note) {

    public record Lost(String invoice, RunnerUp runnerUp) {}

    /** {@code failed} is empty where the rule fired. */
    public record RuleAnswer(String rule, String title, String about, List<Failed> failed) {}

    /**
     * @param condition as written in the strategy
     * @param actual the value it met
     * @param required what it asks for, with parameters filled in
     * @param change the smallest change of this one value that satisfies it
     */
    public record Failed(String condition, String field, String actual, String required, String change, String at) {}

    public static WhyNot of(Decider decider, Account account, Book book, Action action) {
        var the = decider.derive(AsOf.known(account, book.asOf()), book);
        var facts = new ArrayList<Fact>();
        the.open().forEach(item -> facts.add(item.invoice()));
        facts.addAll(the.customers());
        var answers = new ArrayList<RuleAnswer>();
        for (var rule : decider.strategy().rules()) {
            if (rule.effects().stream().anyMatch(e -> e.action() == action)) {
                facts.stream().filter(rule.fact()::isInstance).forEach(fact -> answers.add(answer(rule, fact)));
            }
        }
        answers.sort(Comparator.comparingInt((RuleAnswer a) -> a.failed().size())
                .thenComparing(RuleAnswer::about)
                .thenComparing(RuleAnswer::rule));
        var decision = decider.decide(account, book);
        boolean chosen = isChosen(decision, action);
        var firstDay = chosen ? book.asOf() : firstDay(new Future(decider, account, book), action);
        var note = answers.isEmpty() ? note(decider, action) : null;
        return new WhyNot(action, chosen, lost(decision, action), List.copyOf(answers), firstDay, note);
    }

    private static String note(Decider decider, Action action) {
        var strategy = decider.strategy();
        boolean isProposed = strategy.rules().stream()
                .flatMap(rule -> rule.effects().stream())
                .anyMatch(effect -> effect.action() == action);
        return isProposed
                ? "nothing that a rule could propose it for is open"
                : "no rule of strategy " + strategy.name() + " proposes " + action;
    }

    /** What kept a rule from matching a fact it could look at. */
    public static RuleAnswer answer(Rule rule, Fact fact) {
        var failed = new ArrayList<Failed>();
        for (var part : rule.condition().parts()) {
            if (!part.holds(fact)) {
                addFailed(rule, part, fact, failed);
            }
        }
        return new RuleAnswer(rule.id(), rule.title(), fact.id(), List.copyOf(failed));
    }

    private static void addFailed(Rule rule, Condition part, Fact fact, List<Failed> failed) {
        if (part instanceof Comparison comparison) {
            failed.add(failed(rule, comparison, fact));
        } else if (part instanceof Condition.Not not) {
            var inner = not.part().comparisons().findFirst().orElseThrow();
            var f = failed(rule, inner, fact);
            failed.add(new Failed(
                    "!( " + f.condition() + " )",
                    f.field(),
                    f.actual(),
                    "not " + f.required(),
                    "must not hold",
                    f.at()));
        } else if (part instanceof Condition.All all) {
            all.parts().stream().filter(p -> !p.holds(fact)).forEach(p -> addFailed(rule, p, fact, failed));
        } else {
            // One of them would do; all are named so that the reader can pick.
            part.comparisons().forEach(comparison -> failed.add(failed(rule, comparison, fact)));
        }
    }

    private static Failed failed(Rule rule, Comparison c, Fact fact) {
        var at = rule.file() + ":" + c.line() + ":" + c.column();
        return new Failed(
                c.text(),
                c.field().name(),
                Change.show(c.field(), c.field().read(fact), fact),
                required(c, fact),
                Change.of(c, fact),
                at);
    }

    private static String required(Comparison c, Fact fact) {
        return c.operator() == Condition.Operator.IS_TRUE
                ? "true"
                : c.operator().symbol() + " "
                        + Change.show(c.field(), c.operand().value(fact), fact);
    }

    private static boolean isChosen(Decision decision, Action action) {
        return decision.customer().action() == action
                || decision.invoices().stream().anyMatch(i -> i.verdict().action() == action)
                || decision.tasks().stream().anyMatch(task -> task.action() == action);
    }

    private static LocalDate firstDay(Future future, Action action) {
        for (var later = future.next(); later.isPresent(); later = future.next()) {
            if (isChosen(later.get(), action)) {
                return later.get().asOf();
            }
        }
        return null;
    }

    private static List<Lost> lost(Decision decision, Action action) {
        var lost = new ArrayList<Lost>();
        decision.invoices().forEach(i -> lost(i.id(), i.verdict(), action, lost));
        lost(null, decision.customer(), action, lost);
        return lost.stream().distinct().toList();
    }

    private static void lost(String invoice, Verdict verdict, Action action, List<Lost> into) {
        boolean isLead = invoice == null && !verdict.invoices().isEmpty();
        if (!isLead) {
            verdict.runnersUp().stream().filter(r -> r.action() == action).forEach(r -> into.add(new Lost(invoice, r)));
        }
    }
}
