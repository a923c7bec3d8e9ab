package io.dunlin.experiment;

import static java.util.stream.Collectors.groupingBy;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Course.Period;
import io.dunlin.experiment.ReadOut.Associated;
import io.dunlin.experiment.ReadOut.OfArm;
import io.dunlin.strategy.Draw;
import io.dunlin.vocabulary.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Facts in, read-out out: no clock, no database, no chance in it. Groups are compared as they were drawn, whatever became
 * of them.
 */
final class Reading {
    private static final int SCHEMA = 1;
    private static final String NOT_COMPARED = "the arms are not what was drawn, so they are not compared";

    private final String strategy;
    private final Course course;
    private final Window window;
    private final Question question;
    private final Facts facts;
    private final Arms drawn;
    private final Map<Arm, List<Group>> arms;

    Reading(String strategy, Course course, Window window, Question question, Facts facts) {
        this.strategy = strategy;
        this.course = course;
        this.window = window;
        this.question = question;
        this.facts = facts;
        this.drawn = Arms.of(periods(course, window));
        this.arms = new EnumMap<>(Map.of(Arm.CHAMPION, List.of(), Arm.CHALLENGER, List.of()));
        arms.putAll(facts.groups().stream()
                .filter(group -> drawn.of(group.draw()) != null)
                .collect(groupingBy(group -> drawn.of(group.draw()))));
    }

    static List<Period> periods(Course course, Window window) {
        return course.shares().stream()
                .filter(period -> period.touches(window.from(), window.asOf()))
                .toList();
    }

    ReadOut readOut() {
        var ratios = periods(course, window).stream().map(this::ratio).toList();
        var worst = ratios.stream().filter(SampleRatio::isAlarming).min(Comparator.comparingDouble(SampleRatio::p));
        var lines = new Lines(arms, facts, question.confidence());
        var metrics = metrics().stream()
                .map(lines::of)
                .map(line -> worst.isPresent() ? line.without(NOT_COMPARED) : line)
                .toList();
        var before = lines.of(Metric.COLLECTED_BEFORE);
        var asked = asked();
        return new ReadOut(
                SCHEMA,
                strategy,
                course,
                window.from(),
                window.asOf(),
                window.days(),
                facts.currency(),
                Figures.rounded(question.confidence()),
                worst.map(Verdict::notRandom).orElseGet(() -> Verdict.of(metrics.get(0))),
                new Warnings(course, window, drawn, facts).all(ratios, asked, before),
                sizes(),
                facts.groups().size()
                        - arms.values().stream().mapToInt(List::size).sum(),
                facts.laterGroups(),
                ratios,
                asked,
                facts.decided().decisions(),
                facts.decided().inTheOtherArm(),
                question.primary(),
                metrics,
                before,
                association(),
                new Notes(window, question).all());
    }

    private SampleRatio ratio(Period period) {
        var challengers = (int) facts.groups().stream()
                .filter(group -> Draw.arm(group.draw(), period.percent()) == Arm.CHALLENGER)
                .count();
        return SampleRatio.of(
                period.from(),
                period.to(),
                period.percent() / 100.0,
                facts.groups().size() - challengers,
                challengers);
    }

    private SampleRatio asked() {
        var decided = facts.decided();
        return SampleRatio.of(
                window.from(), window.asOf(), drawn.challengers(), decided.champion(), decided.challenger());
    }

    private List<Metric> metrics() {
        var metrics = new ArrayList<>(List.of(Metric.values()));
        metrics.remove(Metric.COLLECTED_BEFORE);
        if (facts.costCurrency() == null) {
            metrics.remove(Metric.COST);
        }
        metrics.remove(question.primary());
        metrics.add(0, question.primary());
        return metrics;
    }

    private Map<Arm, OfArm> sizes() {
        var sizes = new EnumMap<Arm, OfArm>(Arm.class);
        arms.forEach((arm, groups) -> sizes.put(
                arm,
                new OfArm(
                        groups.size(),
                        groups.stream().mapToInt(Group::customers).sum())));
        return sizes;
    }

    private List<Associated> association() {
        return Arrays.stream(Action.values())
                .map(action -> new Associated(action, received(Arm.CHAMPION, action), received(Arm.CHALLENGER, action)))
                .filter(one -> one.champion() != Ratio.NOTHING || one.challenger() != Ratio.NOTHING)
                .toList();
    }

    private Ratio received(Arm arm, Action action) {
        return arms.get(arm).stream()
                .map(group -> group.received().get(action))
                .filter(java.util.Objects::nonNull)
                .reduce(Ratio::plus)
                .map(Ratio::rounded)
                .orElse(Ratio.NOTHING);
    }
}
