package io.dunlin.experiment;

import io.dunlin.experiment.Warning.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that stands between a figure and what it seems to say. */
final class Warnings {
    private final Course course;
    private final Window window;
    private final Arms drawn;
    private final Facts facts;
    private final List<Warning> found = new ArrayList<>();

    Warnings(Course course, Window window, Arms drawn, Facts facts) {
        this.course = course;
        this.window = window;
        this.drawn = drawn;
        this.facts = facts;
    }

    List<Warning> all(List<SampleRatio> ratios, SampleRatio asked, Line before) {
        arms(ratios, asked);
        if (before.hasDifference() && (before.low() > 0 || before.high() < 0)) {
            say(
                    Code.DIFFERENT_BEFORE,
                    "The arms differed before the experiment began: "
                            + before.metric().subject() + " "
                            + Verdict.range(before) + " " + before.metric().object()
                            + ". One draw in twenty does that by"
                            + " chance; believe a difference since then only where it is larger.");
        }
        course();
        book();
        return List.copyOf(found);
    }

    private void say(Code code, String text) {
        found.add(new Warning(code, text));
    }

    private void arms(List<SampleRatio> ratios, SampleRatio asked) {
        ratios.stream()
                .filter(SampleRatio::isAlarming)
                .forEach(ratio -> say(Code.SAMPLE_RATIO, sizes("groups in the book", ratio)));
        if (asked.isAlarming()) {
            say(Code.ASKED_UNEQUALLY, sizes("groups that were ever decided about", asked));
        }
        if (facts.decided().inTheOtherArm() > 0) {
            say(
                    Code.OTHER_ARM,
                    facts.decided().inTheOtherArm() + " of "
                            + facts.decided().decisions() + " decisions were made in the arm their group did not draw,"
                            + " for example because a customer joined another group. They count as drawn, which makes a"
                            + " difference look smaller.");
        }
    }

    private static String sizes(String of, SampleRatio ratio) {
        return String.format(
                Locale.ROOT,
                "Of the %s, %d are the challenger's and %d the champion's, where %.1f percent should be the challenger's"
                        + " (p = %.6f).",
                of,
                ratio.challenger(),
                ratio.champion(),
                ratio.expected() * 100,
                ratio.p());
    }

    private void course() {
        var later = course.champions().stream()
                .filter(champion -> champion.since().isAfter(course.began()))
                .filter(champion -> !champion.since().isAfter(window.asOf()))
                .map(champion -> champion.since().toString())
                .toList();
        if (!later.isEmpty()) {
            say(
                    Code.CHAMPION_CHANGED,
                    "The challenger was compared with more than one version: another one became the champion on "
                            + String.join(", ", later) + ".");
        }
        if (drawn.isMoved()) {
            say(
                    Code.SHARE_CHANGED,
                    "The share went between " + drawn.lowest() + " and " + drawn.highest()
                            + " percent; groups that a change moved to the other arm are not compared.");
        }
        if (window.from().isAfter(course.began())) {
            say(
                    Code.LATE_START,
                    "It began on " + course.began() + ". What was overdue on " + window.from()
                            + " may itself be a result of it.");
        }
        if (course.ended() != null && window.asOf().isAfter(course.ended())) {
            say(
                    Code.AFTER_THE_END,
                    "It ended on " + course.ended() + "; since then both arms are treated alike, and a difference"
                            + " becomes smaller.");
        }
    }

    private void book() {
        if (!facts.unrated().isEmpty()) {
            var amounts = facts.unrated().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue().toPlainString())
                    .collect(Collectors.joining(", "));
            say(
                    Code.NO_RATE,
                    "Left out of all amounts, because no rate to " + facts.currency() + " is known: " + amounts
                            + " overdue at the start.");
        }
        if (facts.paidForByOthers() > 0) {
            say(
                    Code.LINKED,
                    facts.paidForByOthers()
                            + " customers are paid for by a customer of another group, who may be in the"
                            + " other arm: what is done to one arm can show in the other.");
        }
    }
}
