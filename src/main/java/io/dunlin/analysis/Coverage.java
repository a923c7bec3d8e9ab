package io.dunlin.analysis;

import io.dunlin.analysis.Solver.Answer;
import io.dunlin.language.Acceptance;
import io.dunlin.language.Condition.Comparison;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.Operand;
import io.dunlin.language.Parsed;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyFiles;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Overdue money that may be chased and of which no rule speaks: now, or however long one waits. */
final class Coverage {
    /** They only grow while nothing happens, until they start again at nothing. */
    private static final Set<String> CLOCKS = Set.of(
            "daysOverdue",
            "workingDaysOverdue",
            "delinquentDays",
            "daysSinceIssue",
            "oldestDaysOverdue",
            "daysSinceLastAction",
            "daysSinceContact",
            "daysDisputed",
            "daysSinceInstalmentMissed");
    /** They end by themselves. */
    private static final Set<String> PASSING =
            Set.of("promisedAmount", "inTransit", "contactsLast7Days", "contactsLast30Days", "unansweredLast30Days");

    /** They follow from what is shown. */
    private static final Set<String> FOLLOWS = Set.of(
            "openAmount", "daysUntilDue", "oldestDaysOverdue", "overdueTotal", "exposure", "collectableTotal", "due");

    private static final List<String> ALWAYS_SHOWN =
            List.of("collectable", "balance", "daysOverdue", "reminderLevel", "stepsDone");

    /** Why less may be chased than is open. */
    private static final List<String> WITHHELD = List.of("disputedAmount", "claimedDeduction", "matchedDeduction");

    private final Space space;
    private final Parsed parsed;
    private final Said said;

    Coverage(Space space, Parsed parsed, Said said) {
        this.space = space;
        this.parsed = parsed;
        this.said = said;
    }

    void check() {
        boolean invoices = space.dims().fact() == Invoice.class;
        var owed =
                space.dims().at(invoices ? "collectable" : "collectableTotal").atLeast(1);
        var silent = Formula.all(owed, Formula.all(space.allFires().stream().map(Formula::not)));
        var accepted = invoices ? accepted() : List.<Acceptance>of();
        accepted.forEach(acceptance -> accept(acceptance, silent));
        var unexpected = Formula.all(silent, Formula.all(accepted.stream().map(a -> space.of(a.condition())
                .not())));
        var lasting = space.find(this::isSilent, unexpected, late());
        if (lasting.answer() == Answer.YES) {
            said.add(gap(Severity.WARNING, "no rule speaks of the witness, however late it gets", lasting.fact()));
        } else if (lasting.answer() == Answer.UNKNOWN) {
            var message = "whether every overdue invoice is spoken of sooner or later is not known";
            said.add(at(Code.UNDECIDED, Severity.INFO, message, "the rules leave too many ways open to try all"));
        } else {
            var now = space.find(this::isSilent, unexpected);
            if (now.answer() == Answer.YES) {
                said.add(gap(Severity.INFO, "no rule speaks of the witness yet; some day one will", now.fact()));
            }
        }
    }

    private List<Acceptance> accepted() {
        return parsed.accepted().stream()
                .filter(acceptance -> acceptance.condition() != null)
                .toList();
    }

    private void accept(Acceptance acceptance, Formula silent) {
        var meant = space.find(this::isSilent, silent, space.of(acceptance.condition()), late());
        if (meant.answer() == Answer.YES) {
            var gap = gap(Severity.WARNING, "no rule speaks of the witness, however late it gets", meant.fact());
            said.add(gap.acceptedBecause(acceptance.reason()));
        } else if (meant.answer() == Answer.NO) {
            said.add(Acceptances.needless(acceptance));
        }
    }

    private Diagnostic gap(Severity severity, String message, Fact fact) {
        var hint = severity == Severity.WARNING ? "write a rule for it, or accept UNCOVERED with a reason" : null;
        return at(Code.UNCOVERED, severity, message, hint).withWitness(Shown.of(fact, telling(fact)));
    }

    private static Diagnostic at(Code code, Severity severity, String message, String hint) {
        return new Diagnostic(code, severity, StrategyFiles.MANIFEST, 0, 0, null, message, hint);
    }

    private boolean isSilent(Fact fact) {
        Predicate<Rule> fires = rule -> rule.fact() == fact.getClass()
                ? rule.condition().holds(fact)
                : rule.condition().holds(((Invoice) fact).customer());
        return rules().noneMatch(fires);
    }

    private Stream<Rule> rules() {
        return parsed.sound().stream()
                .filter(rule -> rule.fact() == space.dims().fact() || rule.fact() == Customer.class);
    }

    /** So late that no number of days in any rule is still to come. */
    private Formula late() {
        long last = 366
                + rules().flatMap(rule -> rule.condition().comparisons())
                        .mapToLong(Coverage::days)
                        .max()
                        .orElse(0);
        var all = new ArrayList<Formula>();
        for (var dim : space.dims().all()) {
            var name = Ordinary.name(dim.path());
            if (CLOCKS.contains(name)) {
                all.add(Formula.any(dim.atLeast(last), dim.isMissing(), standsStill(name)));
            } else if (PASSING.contains(name)) {
                all.add(dim.is(0));
            }
        }
        return Formula.all(all.stream());
    }

    private Formula standsStill(String clock) {
        return switch (clock) {
            case "daysDisputed" -> space.dims().at("disputedAmount").is(0);
            case "daysSinceInstalmentMissed" -> space.dims().at(clock).is(0);
            default -> Formula.FALSE;
        };
    }

    private static long days(Comparison comparison) {
        boolean isClock = CLOCKS.contains(Ordinary.name(comparison.field().name()));
        var value = isClock && !(comparison.operand() instanceof Operand.Other)
                ? comparison.operand().value(null)
                : null;
        return value instanceof Integer days ? days : 0;
    }

    /** The fields that matter to the rules and are not as anybody would expect. */
    private List<String> telling(Fact fact) {
        var fields = new ArrayList<String>(
                space.dims().fact() == Invoice.class ? ALWAYS_SHOWN : List.of("collectableTotal"));
        for (var rule : rules().toList()) {
            var owner = rule.fact() == fact.getClass() ? "" : "customer.";
            Space.fields(rule).stream()
                    .map(name -> owner + name)
                    .filter(path -> !isOrdinary(fact, path))
                    .forEach(fields::add);
        }
        if (fact instanceof Invoice) {
            WITHHELD.stream().filter(path -> !isOrdinary(fact, path)).forEach(fields::add);
        }
        return fields.stream().distinct().toList();
    }

    private boolean isOrdinary(Fact fact, String path) {
        var dim = space.dims().at(path);
        if (dim == null || FOLLOWS.contains(Ordinary.name(path))) {
            return true;
        }
        var value = dim.field().read(fact);
        var ordinary = dim.value(Ordinary.of(dim));
        return java.util.Objects.equals(value, ordinary);
    }
}
