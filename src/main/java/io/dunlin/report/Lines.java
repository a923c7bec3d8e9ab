package io.dunlin.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Lines over days.
 *
 * @param limit height of the horizontal line of what is possible; null where nobody said
 */
public record Lines(
        String title, int width, int height, List<Line> lines, List<Tick> ups, List<Tick> days, String limit) {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 150;
    private static final int LEFT = 54;
    private static final int BOTTOM = 22;
    private static final int TOP = 8;

    public record Line(String name, String points, String style) {}

    public record Tick(String at, String text) {}

    /** One line to be drawn. */
    record Series(String name, String style, TreeMap<LocalDate, Double> values) {}

    static Lines of(String title, LocalDate from, LocalDate to, List<Series> series, Integer limit) {
        double most = Math.max(1, limit == null ? 0 : limit);
        for (var one : series) {
            most = Math.max(
                    most,
                    one.values().values().stream().mapToDouble(v -> v).max().orElse(0));
        }
        double top = ceiling(most);
        var lines = new ArrayList<Line>();
        series.forEach(one -> lines.add(new Line(one.name(), points(one.values(), from, to, top), one.style())));
        return new Lines(
                title, WIDTH, HEIGHT, lines, ups(top), days(from, to), limit == null ? null : Words.px(y(limit, top)));
    }

    private static String points(
            java.util.SortedMap<LocalDate, Double> values, LocalDate from, LocalDate to, double top) {
        var points = new StringBuilder();
        values.forEach((day, value) -> points.append(Words.px(x(day, from, to)))
                .append(',')
                .append(Words.px(y(value, top)))
                .append(' '));
        return points.toString().strip();
    }

    private static double x(LocalDate day, LocalDate from, LocalDate to) {
        double all = Math.max(1, to.toEpochDay() - from.toEpochDay());
        return LEFT + (day.toEpochDay() - from.toEpochDay()) / all * (WIDTH - LEFT - 10);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double ceiling(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (var step : new double[] {1, 2, 2.5, 5, 10}) {
            if (most <= step * power) {
                return step * power;
            }
        }
        return most;
    }

    private static List<Tick> ups(double top) {
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i <= 2; i++) {
            double value = top * i / 2;
            ticks.add(new Tick(Words.px(y(value, top)), short_(value)));
        }
        return ticks;
    }

    static String short_(double value) {
        if (value < 0) {
            return "−" + short_(-value);
        }
        if (value >= 1_000_000) {
            return trimmed(value / 1_000_000) + " M";
        }
        return value >= 10_000 ? trimmed(value / 1_000) + " k" : trimmed(value);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value)
                ? Words.count((long) value)
                : String.format(java.util.Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }

    private static List<Tick> days(LocalDate from, LocalDate to) {
        var ticks = new ArrayList<Tick>();
        long all = to.toEpochDay() - from.toEpochDay();
        for (int i = 0; i <= 3; i++) {
            var day = from.plusDays(all * i / 3);
            ticks.add(new Tick(Words.px(x(day, from, to)), day.toString()));
        }
        return ticks;
    }
}
