package io.dunlin.report;

import io.dunlin.simulation.Assumed;
import io.dunlin.simulation.Assumed.Estimate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sums over days, each with a band within which most draws lie.
 *
 * @param areas the bands, one for each arm; {@code lines} go through their middle
 * @param zero height of the line of nothing
 */
public record Band(
        String title,
        int width,
        int height,
        List<Shape> areas,
        List<Shape> lines,
        List<Tick> ups,
        List<Tick> days,
        String zero) {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 300;
    private static final int LEFT = 76;
    private static final int RIGHT = 14;
    private static final int TOP = 10;
    private static final int BOTTOM = 26;

    public record Shape(String style, String points) {}

    public record Tick(String at, String text) {}

    /** One curve to be drawn; without a band where {@code estimate} is certain. */
    record Curve(String style, Function<Assumed.Day, Estimate> estimate) {}

    static Band of(String title, List<Assumed.Day> days, List<Curve> curves) {
        double least = 0;
        double most = 0;
        for (var curve : curves) {
            for (var day : days) {
                var estimate = curve.estimate().apply(day);
                least = Math.min(least, estimate.low().doubleValue());
                most = Math.max(most, estimate.high().doubleValue());
            }
        }
        var scale = new Scale(days.get(0).on(), days.size() - 1, step(Math.max(1, most - least)), least, most);
        var areas = new ArrayList<Shape>();
        var lines = new ArrayList<Shape>();
        for (var curve : curves) {
            areas.add(new Shape(curve.style(), scale.area(days, curve.estimate())));
            lines.add(new Shape(
                    curve.style(),
                    scale.line(days, day -> curve.estimate().apply(day).mean().doubleValue())));
        }
        return new Band(title, WIDTH, HEIGHT, areas, lines, scale.ups(), scale.days(), Words.px(scale.y(0)));
    }

    /** 1, 2 or 5 times a power of ten, so that there are a few lines across. */
    private static double step(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range / 4)));
        for (var times : new double[] {1, 2, 5}) {
            if (range / 4 <= times * power) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private record Scale(LocalDate from, int last, double step, double least, double most) {
        double x(LocalDate day) {
            return LEFT + (double) ChronoUnit.DAYS.between(from, day) / Math.max(1, last) * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            double bottom = Math.floor(least / step) * step;
            double top = Math.max(bottom + step, Math.ceil(most / step) * step);
            return HEIGHT - BOTTOM - (value - bottom) / (top - bottom) * (HEIGHT - BOTTOM - TOP);
        }

        String line(List<Assumed.Day> days, Function<Assumed.Day, Double> value) {
            var points = new StringBuilder();
            days.forEach(day -> point(points, day, value));
            return points.toString().strip();
        }

        private void point(StringBuilder points, Assumed.Day day, Function<Assumed.Day, Double> value) {
            points.append(Words.px(x(day.on())))
                    .append(',')
                    .append(Words.px(y(value.apply(day))))
                    .append(' ');
        }

        /** Along the upper edge and back along the lower. */
        String area(List<Assumed.Day> days, Function<Assumed.Day, Estimate> of) {
            var points =
                    new StringBuilder(line(days, day -> of.apply(day).high().doubleValue())).append(' ');
            for (int i = days.size() - 1; i >= 0; i--) {
                point(points, days.get(i), day -> of.apply(day).low().doubleValue());
            }
            return points.toString().strip();
        }

        List<Tick> ups() {
            var ticks = new ArrayList<Tick>();
            for (double value = Math.floor(least / step) * step;
                    value <= Math.ceil(most / step) * step;
                    value += step) {
                ticks.add(new Tick(Words.px(y(value)), Lines.short_(value)));
            }
            return ticks;
        }

        List<Tick> days() {
            var ticks = new ArrayList<Tick>();
            for (int i = 0; i <= 4; i++) {
                var day = from.plusDays((long) last * i / 4);
                ticks.add(new Tick(Words.px(x(day)), day.toString()));
            }
            return ticks;
        }
    }
}
