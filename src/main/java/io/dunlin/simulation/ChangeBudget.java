package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.language.Budget;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts whose action would be another one, and who would get something severe that they would not get today. */
final class ChangeBudget {
    private static final int EXAMPLES = 10;

    private final Budget budget;
    private final List<Example> examples = new ArrayList<>();
    private long customers;
    private long changed;
    private long severe;

    /** @param rules that led to what would be done then */
    record Example(String customer, String today, String then, List<String> rules) {}

    ChangeBudget(Budget budget) {
        this.budget = budget;
    }

    void look(Account account, Decision then, Decision today) {
        customers++;
        var isChanged = !step(then.customer()).equals(step(today.customer()));
        var newSevere = newSevere(then, today);
        changed += isChanged ? 1 : 0;
        severe += newSevere;
        if ((isChanged || newSevere > 0) && examples.size() < EXAMPLES) {
            examples.add(new Example(
                    account.customer().id(),
                    step(today.customer()),
                    step(then.customer()),
                    then.customer().reasons().stream()
                            .map(Decision.Reason::rule)
                            .toList()));
        }
    }

    private static String step(Verdict verdict) {
        return verdict.level() > 1
                ? verdict.action() + " " + verdict.level()
                : verdict.action().name();
    }

    private static int newSevere(Decision then, Decision today) {
        var known = severe(today);
        int count = 0;
        for (var entry : severe(then).entrySet()) {
            for (var action : entry.getValue()) {
                count += known.getOrDefault(entry.getKey(), Set.of()).contains(action) ? 0 : 1;
            }
        }
        return count;
    }

    /** By invoice; what concerns the customer as a whole under the empty id, which no invoice has. */
    private static Map<String, Set<Action>> severe(Decision decision) {
        var severe = new HashMap<String, Set<Action>>();
        decision.invoices().forEach(i -> add(severe, i.id(), i.verdict().action()));
        decision.tasks().forEach(task -> add(severe, "", task.action()));
        if (decision.customer().invoices().isEmpty()) {
            add(severe, "", decision.customer().action());
        }
        return severe;
    }

    private static void add(Map<String, Set<Action>> severe, String id, Action action) {
        if (action.isSevere()) {
            severe.computeIfAbsent(id, key -> new HashSet<>()).add(action);
        }
    }

    private BigDecimal percent() {
        return customers == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(changed * 100).divide(BigDecimal.valueOf(customers), 2, RoundingMode.CEILING);
    }

    List<String> objections() {
        var objections = new ArrayList<String>();
        if (percent().compareTo(budget.changedCustomers()) > 0) {
            objections.add("change budget: " + changed + " of " + customers + " customers ("
                    + percent().toPlainString()
                    + " %) would get another action; at most "
                    + budget.changedCustomers().toPlainString()
                    + " % may. A second person can allow more");
        }
        if (severe > budget.newSevereActions()) {
            objections.add("change budget: " + severe + " severe actions would be new; at most "
                    + budget.newSevereActions() + " may be. A second person can allow more");
        }
        return objections;
    }

    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("customers", customers);
        figures.put("changedCustomers", changed);
        figures.put("changedPercent", percent());
        figures.put("newSevereActions", severe);
        figures.put("budget", budget);
        figures.put("examples", examples);
        return figures;
    }
}
