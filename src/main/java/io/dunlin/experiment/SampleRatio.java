package io.dunlin.experiment;

import java.time.LocalDate;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether as many groups are in the arms as the share says. If they are not, something but the draw decides who is where,
 * and the arms cannot be compared.
 *
 * @param expected challenger's part of the groups
 * @param p how likely it is that chance alone leads at least so far away (exact binomial test)
 */
public record SampleRatio(LocalDate from, LocalDate to, double expected, int champion, int challenger, double p) {
    /** So unlikely that it has another cause. */
    static final double ALARM = 0.001;

    static SampleRatio of(LocalDate from, LocalDate to, double expected, int champion, int challenger) {
        var groups = champion + challenger;
        var p = groups == 0
                ? 1
                : BinomialTest.withDefaults().test(groups, challenger, expected).getPValue();
        return new SampleRatio(from, to, Figures.rounded(expected), champion, challenger, Figures.rounded(p));
    }

    boolean isAlarming() {
        return p < ALARM;
    }
}
