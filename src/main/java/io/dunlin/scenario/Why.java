package io.dunlin.scenario;

import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.RunnerUp;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a decision says for itself, in a few lines for the person whose scenario came out otherwise. */
final class Why {
    private static final int MOST = 12;

    private final Set<String> lines = new LinkedHashSet<>();

    private Why() {}

    static List<String> of(Decision decision) {
        var why = new Why();
        why.add("the customer gets ", decision.customer());
        decision.invoices().stream()
                .filter(invoice -> invoice.balance().signum() != 0)
                .forEach(invoice -> why.add(invoice.id() + " gets ", invoice.verdict()));
        decision.tasks().forEach(task -> why.add("besides ", task));
        var all = new ArrayList<>(why.lines);
        return all.size() <= MOST ? all : all.subList(0, MOST);
    }

    private void add(String who, Verdict verdict) {
        lines.add(who + verdict.action() + (verdict.level() > 1 ? " " + verdict.level() : ""));
        verdict.reasons().forEach(reason -> lines.add("  because of " + reason.rule() + ": " + reason.text()));
        verdict.blockers().forEach(blocker -> lines.add("  blocked by " + words(blocker)));
        verdict.runnersUp().forEach(runnerUp -> lines.add("  not " + words(runnerUp)));
    }

    private static String words(Blocker blocker) {
        var code = blocker.rule() == null ? blocker.code().toString() : blocker.rule();
        var until = blocker.until() == null ? "" : " until " + blocker.until();
        return code + until + ": " + blocker.text();
    }

    private static String words(RunnerUp loser) {
        var because = loser.lostBecause().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return loser.action() + " of " + loser.rule() + ", " + because
                + (loser.text() == null ? "" : ": " + loser.text());
    }
}
