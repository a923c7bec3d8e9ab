package io.dunlin.experiment;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Course.Period;
import io.dunlin.strategy.Draw;
import java.util.List;

/**
 * Who is compared with whom. While the share stays as it is, everybody; where it changed, those whom no change moved to the
 * other arm. What a group drew decides, and nothing that happened to it.
 *
 * @param lowest percent of the challenger
 * @param highest percent of the challenger
 */
record Arms(int lowest, int highest) {
    static Arms of(List<Period> periods) {
        var percents = periods.stream().mapToInt(Period::percent).summaryStatistics();
        return new Arms(percents.getMin(), percents.getMax());
    }

    /** Null for a group that changed its arm. */
    Arm of(int draw) {
        if (Draw.arm(draw, lowest) == Arm.CHALLENGER) {
            return Arm.CHALLENGER;
        }
        return Draw.arm(draw, highest) == Arm.CHAMPION ? Arm.CHAMPION : null;
    }

    /** Which part of the groups that are compared should be the challenger's. */
    double challengers() {
        return lowest / (lowest + 100.0 - highest);
    }

    boolean isMoved() {
        return lowest != highest;
    }
}
