package io.dunlin.report;

import io.dunlin.simulation.Comparison.Flow;
import io.dunlin.vocabulary.Action;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From which action to which the invoices moved: bands as wide as they are many. */
public record Sankey(int width, String height, List<Node> nodes, List<Ribbon> ribbons) {
    private static final int WIDTH = 860;
    private static final int LEFT = 210;
    private static final int RIGHT = WIDTH - 210;
    private static final int BAR = 10;
    /** Room for a line of text beside the smallest of them. */
    private static final double LINE = 17;

    private static final double ALL = 380;

    public record Node(String x, String y, String height, String textX, String textY, String anchor, String label) {}

    public record Ribbon(String path, boolean changed, String title) {}

    private record Place(double top, double height) {}

    static Sankey of(List<Flow> flow) {
        long all = flow.stream().mapToLong(Flow::invoices).sum();
        double scale = all == 0 ? 0 : ALL / all;
        var left = places(flow, Flow::baseline, scale);
        var right = places(flow, Flow::candidate, scale);
        var nodes = new ArrayList<Node>();
        nodes(left, flow, Flow::baseline, LEFT - BAR, LEFT - BAR - 6, "end", nodes);
        nodes(right, flow, Flow::candidate, RIGHT, RIGHT + BAR + 6, "start", nodes);
        double height = Math.max(bottom(left), bottom(right));
        return new Sankey(WIDTH, Words.px(height + 4), nodes, ribbons(flow, left, right, scale));
    }

    private static Map<Action, Place> places(List<Flow> flow, Function<Flow, Action> end, double scale) {
        var sizes = new EnumMap<Action, Long>(Action.class);
        flow.forEach(f -> sizes.merge(end.apply(f), f.invoices(), Long::sum));
        var places = new EnumMap<Action, Place>(Action.class);
        double y = 4;
        for (var size : sizes.entrySet()) {
            double height = Math.max(1, size.getValue() * scale);
            places.put(size.getKey(), new Place(y, height));
            y += Math.max(height + 4, LINE);
        }
        return places;
    }

    private static double bottom(Map<Action, Place> places) {
        return places.values().stream()
                .mapToDouble(p -> p.top() + Math.max(p.height(), LINE))
                .max()
                .orElse(0);
    }

    private static void nodes(
            Map<Action, Place> places,
            List<Flow> flow,
            Function<Flow, Action> end,
            double x,
            double textX,
            String anchor,
            List<Node> into) {
        places.forEach((action, place) -> {
            long count = flow.stream()
                    .filter(f -> end.apply(f) == action)
                    .mapToLong(Flow::invoices)
                    .sum();
            double middle = place.top() + Math.max(place.height(), 9) / 2 + 4;
            into.add(new Node(
                    Words.px(x),
                    Words.px(place.top()),
                    Words.px(place.height()),
                    Words.px(textX),
                    Words.px(middle),
                    anchor,
                    Words.name(action) + " · " + Words.count(count)));
        });
    }

    private static List<Ribbon> ribbons(
            List<Flow> flow, Map<Action, Place> left, Map<Action, Place> right, double scale) {
        var usedLeft = new EnumMap<Action, Double>(Action.class);
        var usedRight = new EnumMap<Action, Double>(Action.class);
        var ribbons = new ArrayList<Ribbon>();
        for (var f : flow) {
            double thick = f.invoices() * scale;
            double from = left.get(f.baseline()).top() + usedLeft.getOrDefault(f.baseline(), 0.0);
            double to = right.get(f.candidate()).top() + usedRight.getOrDefault(f.candidate(), 0.0);
            usedLeft.merge(f.baseline(), thick, Double::sum);
            usedRight.merge(f.candidate(), thick, Double::sum);
            var title = Words.name(f.baseline()) + " → " + Words.name(f.candidate()) + ": " + Words.count(f.invoices())
                    + " invoices, " + Words.money(f.amount());
            ribbons.add(new Ribbon(path(from, to, Math.max(thick, 0.6)), f.baseline() != f.candidate(), title));
        }
        return ribbons;
    }

    private static String path(double from, double to, double thick) {
        double middle = (LEFT + RIGHT) / 2.0;
        return "M" + LEFT + "," + Words.px(from) + " C" + Words.px(middle) + "," + Words.px(from) + " "
                + Words.px(middle) + "," + Words.px(to) + " " + RIGHT + "," + Words.px(to) + " L" + RIGHT + ","
                + Words.px(to + thick) + " C" + Words.px(middle) + "," + Words.px(to + thick) + " "
                + Words.px(middle) + "," + Words.px(from + thick) + " " + LEFT + "," + Words.px(from + thick) + " Z";
    }
}
