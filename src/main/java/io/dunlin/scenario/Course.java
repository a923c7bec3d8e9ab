package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import io.dunlin.book.AccountCheck;
import io.dunlin.engine.Decider;
import io.dunlin.language.Deadline;
import io.dunlin.language.Rule;
import io.dunlin.scenario.Expectation.Difference;
import io.dunlin.scenario.Scenario.Step;
import io.dunlin.scenario.ScenarioResult.Finding;
import io.dunlin.scenario.ScenarioResult.Outcome;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One scenario from its first day to its last: things happen, a decision is made, perhaps it is carried out. */
final class Course {
    private final Scenario scenario;
    private final Decider decider;
    private final Looked looked;
    private final Map<String, Rule> rules;
    private final Deadline deadline;
    private final Given given;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> fires = new HashSet<>();
    private final Set<String> notFires = new HashSet<>();
    private final Shown shown = Shown.empty();

    Course(Scenario scenario, Decider decider, Looked looked, Map<String, Rule> rules, Deadline deadline) {
        this.scenario = scenario;
        this.decider = decider;
        this.looked = looked;
        this.rules = rules;
        this.deadline = deadline;
        this.given = new Given(scenario.start());
    }

    ScenarioResult run(ScenarioText text) throws ScenarioUnreadable {
        long before = System.nanoTime();
        at(text.line(), () -> given.before(scenario.given()));
        for (var step : scenario.steps()) {
            knowsRules(step);
            at(step.line(), () -> given.on(step.from(), step.happens()));
            for (var day = step.from(); !day.isAfter(step.to()); day = day.plusDays(1)) {
                live(step, day);
            }
            fires.addAll(step.expect().fires());
            notFires.addAll(step.expect().notFires());
        }
        var outcome = findings.isEmpty() ? Outcome.PASS : Outcome.FAIL;
        return new ScenarioResult(
                text.file(),
                text.line(),
                text.name(),
                outcome,
                List.copyOf(findings),
                fires,
                notFires,
                shown,
                System.nanoTime() - before);
    }

    private void live(Step step, LocalDate day) throws ScenarioUnreadable {
        deadline.check();
        looked.forget();
        var decision = decide(step, day);
        var differences = step.expect().differences(decision);
        for (var difference : differences) {
            report(step, day, decision, difference);
        }
        step.expect().fires().forEach(id -> show(id, true));
        step.expect().notFires().forEach(id -> show(id, false));
        if (step.confirm()) {
            confirm(step, day, decision);
        }
    }

    private void show(String id, boolean fires) {
        var rule = rules.get(id);
        looked.at(rule).forEach(fact -> shown.look(rule, fact, fires));
    }

    private Decision decide(Step step, LocalDate day) throws ScenarioUnreadable {
        try {
            var account = given.account();
            var book = given.book(day);
            var wrong = new ArrayList<>(AccountCheck.of(account));
            wrong.addAll(AccountCheck.of(book.rates()));
            if (!wrong.isEmpty()) {
                throw new ScenarioUnreadable(wrong.stream()
                        .map(finding -> new Complaint(step.line(), finding.message(), null))
                        .toList());
            }
            return decider.decide(account, book);
        } catch (JacksonException e) {
            throw new ScenarioUnreadable(step.line(), e.getOriginalMessage(), null);
        }
    }

    /** In a row of days there is something to confirm on some of them; a single day is named for what is done on it. */
    private void confirm(Step step, LocalDate day, Decision decision) {
        var contacts = Confirmation.of(decision, findings.size() + (int) day.toEpochDay());
        if (contacts.isEmpty() && step.isOneDay()) {
            var nothing = new Difference(
                    "confirm",
                    "something that is recommended",
                    decision.customer().action().name());
            report(step, day, decision, nothing);
        }
        contacts.forEach(given::confirm);
    }

    private void report(Step step, LocalDate day, Decision decision, Difference difference) {
        var name = label(step, day);
        boolean isTold = findings.stream().anyMatch(f -> name == null || name.equals(f.day()));
        var line = step.where().of(difference.what());
        findings.add(new Finding(
                line == 0 ? step.line() : line,
                name,
                difference.what(),
                difference.expected(),
                difference.got(),
                isTold ? List.of() : why(step.expect(), decision)));
    }

    private String label(Step step, LocalDate day) {
        return step.number() == null
                ? null
                : "day " + (day.toEpochDay() - scenario.start().toEpochDay()) + " (" + day + ")";
    }

    private List<String> why(Expectation expect, Decision decision) {
        var why = new ArrayList<>(Why.of(decision));
        expect.fires().stream()
                .sorted()
                .map(rules::get)
                .map(looked::whySilent)
                .flatMap(Optional::stream)
                .forEach(why::add);
        wanted(expect, decision)
                .flatMap(action -> looked.whyNobodyWanted(action, decider.strategy()))
                .filter(sentence -> !why.contains(sentence))
                .ifPresent(why::add);
        return why;
    }

    private static Optional<Action> wanted(Expectation expect, Decision decision) {
        return Optional.ofNullable(expect.action())
                .filter(action -> action != decision.customer().action());
    }

    private void knowsRules(Step step) throws ScenarioUnreadable {
        var complaints = new ArrayList<Complaint>();
        Map.of(
                        "fires",
                        step.expect().fires(),
                        "notFires",
                        step.expect().notFires(),
                        "vetoed",
                        step.expect().vetoed())
                .forEach((word, ids) -> ids.stream()
                        .filter(id -> !rules.containsKey(id))
                        .forEach(id -> complaints.add(new Complaint(
                                step.where().of(word),
                                "there is no rule `" + id + "`",
                                Shape.hint(id, rules.keySet())))));
        if (!complaints.isEmpty()) {
            throw new ScenarioUnreadable(complaints);
        }
    }

    private interface Telling {
        void tell() throws ScenarioUnreadable;
    }

    /** What has no line of its own is complained of at the line of its step. */
    private static void at(int line, Telling telling) throws ScenarioUnreadable {
        try {
            telling.tell();
        } catch (ScenarioUnreadable e) {
            throw new ScenarioUnreadable(e.complaints().stream()
                    .map(c -> c.line() == 0 ? new Complaint(line, c.message(), c.hint()) : c)
                    .toList());
        }
    }
}
