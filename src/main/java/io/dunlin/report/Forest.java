package io.dunlin.report;

import io.dunlin.experiment.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference and its interval for each metric, around one line of no difference. Metrics are not of one unit, so each has
 * a scale of its own and its ends are written beside it.
 */
public record Forest(int width, String height, String zero, List<Row> rows) {
    private static final int WIDTH = 860;
    private static final int ZERO = 520;
    private static final int REACH = 200;
    private static final int STEP = 30;

    /** @param style {@code better}, {@code worse} or {@code open} */
    public record Row(
            String name,
            String style,
            String y,
            String textY,
            String left,
            String right,
            String dot,
            String low,
            String lowX,
            String high,
            String highX) {}

    /** Of the metrics that can be told. */
    static Forest of(List<Line> lines) {
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            if (line.hasDifference()) {
                rows.add(row(line, STEP * (rows.size() + 1)));
            }
        }
        return new Forest(WIDTH, Words.px(STEP * (rows.size() + 1)), Integer.toString(ZERO), rows);
    }

    private static Row row(Line line, double y) {
        double most = Math.max(Math.abs(line.low()), Math.abs(line.high()));
        double scale = most == 0 ? 0 : REACH / most;
        double left = ZERO + line.low() * scale;
        double right = ZERO + line.high() * scale;
        return new Row(
                Words.name(line.metric()),
                style(line),
                Words.px(y),
                Words.px(y + 4),
                Words.px(left),
                Words.px(right),
                Words.px(ZERO + line.difference() * scale),
                ExperimentWords.signed(line.low(), line),
                Words.px(left - 6),
                ExperimentWords.signed(line.high(), line),
                Words.px(right + 6));
    }

    private static String style(Line line) {
        if (line.low() <= 0 && line.high() >= 0) {
            return "open";
        }
        return line.low() > 0 == line.moreIsBetter() ? "better" : "worse";
    }
}
