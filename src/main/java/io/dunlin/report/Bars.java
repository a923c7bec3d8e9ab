package io.dunlin.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Pairs of horizontal bars, one pair for each name; a part of each bar may be hatched. */
public record Bars(int width, String height, List<Pair> pairs) {
    private static final int WIDTH = 640;
    private static final int LEFT = 150;
    private static final int BAR = 12;
    private static final int STEP = 40;

    public record Pair(String name, String textY, List<Bar> bars) {}

    public record Bar(
            String style,
            String x,
            String y,
            int height,
            String width,
            String hatched,
            String label,
            String labelX,
            String labelY) {}

    /** @param part of the value, drawn hatched */
    record Value(String name, String style, BigDecimal value, BigDecimal part, String label) {}

    static Bars of(List<List<Value>> groups) {
        double most = groups.stream()
                .flatMap(List::stream)
                .mapToDouble(v -> v.value().doubleValue())
                .max()
                .orElse(1);
        var pairs = new ArrayList<Pair>();
        double y = 4;
        for (var group : groups) {
            var bars = new ArrayList<Bar>();
            for (int i = 0; i < group.size(); i++) {
                bars.add(bar(group.get(i), y + i * (BAR + 3), most == 0 ? 1 : most));
            }
            pairs.add(new Pair(group.get(0).name(), Words.px(y + BAR + 4), bars));
            y += STEP;
        }
        return new Bars(WIDTH, Words.px(y), pairs);
    }

    private static Bar bar(Value value, double y, double most) {
        double room = WIDTH - LEFT - 170;
        double width = value.value().doubleValue() / most * room;
        double part = value.part().doubleValue() / most * room;
        return new Bar(
                value.style(),
                Integer.toString(LEFT),
                Words.px(y),
                BAR,
                Words.px(width),
                Words.px(part),
                value.label(),
                Words.px(LEFT + width + 6),
                Words.px(y + BAR - 2));
    }
}
