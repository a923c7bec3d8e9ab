package io.dunlin.strategy;

import io.dunlin.analysis.Checks;
import io.dunlin.book.Account;
import io.dunlin.language.Budget;
import io.dunlin.language.Compiled;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.strategy.ActivationCheck.Candidate;
import io.dunlin.strategy.ActivationCheck.Effect;
import io.dunlin.strategy.ActivationCheck.Result;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every check, and all that each has to say. */
@ApplicationScoped
public class Gate {
    private final List<ActivationCheck> others;
    private final CompiledVersions versions;

    Gate(@All List<ActivationCheck> others, CompiledVersions versions) {
        this.others = others.stream()
                .sorted(Comparator.comparing(ActivationCheck::readsTheBook).thenComparing(ActivationCheck::name))
                .toList();
        this.versions = versions;
    }

    /**
     * @param version the files' hash
     * @param passed whether it could go live as far as these checks are concerned
     * @param diagnostics everything that is wrong or doubtful in the files
     * @param checks every check that could be made, in the order they were made
     */
    public record Report(String version, boolean passed, List<Diagnostic> diagnostics, List<Result> checks) {
        static Report of(String version, List<Diagnostic> diagnostics, List<Result> checks) {
            return new Report(version, checks.stream().allMatch(Result::passed), diagnostics, checks);
        }

        /** @param what is not done, in words */
        void refuseUnlessPassed(String what) {
            var findings = new Findings();
            checks.forEach(check -> check.objections().forEach(o -> findings.field(check.check(), o)));
            if (!passed) {
                throw Problem.REFUSED_STRATEGY.because(
                        what + ": " + String.join(", ", failed()) + ". Every objection is among the errors.", findings);
            }
        }

        private List<String> failed() {
            return checks.stream()
                    .filter(check -> !check.passed())
                    .map(Result::check)
                    .toList();
        }
    }

    /** What reading alone can say: in tens of milliseconds, at every pause of somebody who types. */
    Report words(StrategyFiles files) {
        var diagnostics = Checks.ofWords(files).diagnostics();
        return Report.of(files.version(), diagnostics, ofFiles(diagnostics));
    }

    /** What can be said of files alone: in a second or two, while they are being written. */
    Report files(StrategyFiles files, Live live) {
        var report = Checks.of(files);
        var results = new ArrayList<>(ofFiles(report.diagnostics()));
        if (!report.hasErrors()) {
            var candidate = candidate(report.compiled(), live, null);
            others.stream()
                    .filter(check -> !check.readsTheBook())
                    .forEach(check -> results.add(check.check(candidate)));
        }
        return Report.of(files.version(), report.diagnostics(), results);
    }

    /** All of it; {@code then} is what would decide. Where the files have errors, nothing else can be said. */
    Report everything(
            StrategyVersionRow version, Live now, Function<Compiled, Live> then, LocalDate day, SecondPerson second) {
        var report = Checks.of(version.toFiles());
        var results = new ArrayList<>(ofFiles(report.diagnostics()));
        if (!report.hasErrors()) {
            var compiled = versions.keep(report.compiled());
            var live = now.version(version.name);
            var next = then.apply(compiled);
            var effect = effect(now, next, day, everybody -> true, second.budget(live, compiled));
            var candidate = candidate(compiled, now, effect);
            results.add(second.check(live, compiled));
            others.forEach(check -> results.add(check.check(candidate)));
        }
        return Report.of(version.version, report.diagnostics(), results);
    }

    /** What it would do to some customers to get another strategy. Its files passed when it went live. */
    Report otherStrategy(Live now, Live next, Reassigned whom, LocalDate day, SecondPerson second) {
        var from = now.version(whom.from());
        var to = next.version(whom.to());
        var effect = effect(now, next, day, whom.customers(), second.budget(from, to));
        var results = new ArrayList<Result>();
        results.add(second.check(from, to));
        others.stream()
                .filter(ActivationCheck::readsTheBook)
                .forEach(check -> results.add(check.check(candidate(to, now, effect))));
        return Report.of(to.version(), List.of(), results);
    }

    /** Customers who are to get another strategy: its name, and that of the one they have. */
    record Reassigned(String from, String to, Predicate<Account> customers) {}

    private static Effect effect(Live now, Live next, LocalDate day, Predicate<Account> whom, Budget budget) {
        return new Effect(
                day,
                whom,
                account -> now.decider(null, account, day),
                account -> next.decider(null, account, day),
                budget);
    }

    private static Candidate candidate(Compiled compiled, Live live, Effect effect) {
        var guard = compiled.name().equals(StrategyCompiler.GUARD) ? compiled : live.guard();
        return new Candidate(compiled, live.version(compiled.name()), guard, effect);
    }

    /** Whether they compile, and whether they try to do more than propose: one list, told as two checks. */
    private static List<Result> ofFiles(List<Diagnostic> diagnostics) {
        var errors =
                diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
        return List.of(
                result("compile", errors.stream().filter(d -> d.code() != Code.FORBIDDEN)),
                result("confinement", errors.stream().filter(d -> d.code() == Code.FORBIDDEN)));
    }

    private static Result result(String name, Stream<Diagnostic> errors) {
        return new Result(name, errors.map(Diagnostic::toString).toList(), Map.of());
    }
}
