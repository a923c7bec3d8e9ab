package io.dunlin.experiment;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an experiment says on a day.
 *
 * @param days from the first to the last day, both counted
 * @param currency of amounts, at the rates of the as-of day
 * @param confidence of every interval
 * @param warnings what to know first; empty where there is nothing
 * @param groups in the book when it began, by arm
 * @param movedGroups that a change of the share moved to the other arm; they are not compared
 * @param laterGroups that came to the book later; they are not compared
 * @param asked the groups of {@code groups} that were ever decided about, by the arm in the log
 * @param metrics the primary one first; the others describe
 * @param before how the arms paid before it began
 * @param association payments by the last step before them: what came after, not what came of it
 */
public record ReadOut(
        int schemaVersion,
        String strategy,
        Course experiment,
        LocalDate from,
        LocalDate asOf,
        int days,
        String currency,
        double confidence,
        Verdict verdict,
        List<Warning> warnings,
        Map<Arm, OfArm> groups,
        int movedGroups,
        int laterGroups,
        List<SampleRatio> sampleRatio,
        SampleRatio asked,
        long decisions,
        long decisionsInTheOtherArm,
        Metric primary,
        List<Line> metrics,
        Line before,
        List<Associated> association,
        List<String> notes) {

    public record OfArm(int groups, int customers) {}

    /** @param action the last step before the payment; {@code NO_ACTION} where there was none so lately */
    public record Associated(Action action, Ratio champion, Ratio challenger) {}
}
