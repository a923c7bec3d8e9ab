package io.dunlin.report;

import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.Day;
import io.dunlin.vocabulary.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** How much work there is for whom, and on which days too much. */
final class LoadSection {
    private static final int MOST_DAYS_SHOWN = 200;

    private final Comparison c;

    LoadSection(Comparison comparison) {
        this.c = comparison;
    }

    List<Lines> charts() {
        if (c.snapshot()) {
            return List.of();
        }
        var charts = new ArrayList<Lines>();
        for (var load : c.capacity()) {
            var series = List.of(
                    new Lines.Series("baseline", "baseline", days(load.role(), Day::baseline)),
                    new Lines.Series("candidate", "candidate", days(load.role(), Day::candidate)));
            charts.add(Lines.of(Words.name(load.role()), c.from(), c.to(), series, load.capacity()));
        }
        return charts;
    }

    private TreeMap<LocalDate, Double> days(Role role, ToLongFunction<Day> side) {
        var days = new TreeMap<LocalDate, Double>();
        c.workload().forEach(day -> days.putIfAbsent(day.on(), 0.0));
        c.workload().stream()
                .filter(day -> day.role() == role)
                .forEach(day -> days.put(day.on(), (double) side.applyAsLong(day)));
        return days;
    }

    Table table() {
        var table = new Table.Builder(
                "Steps by the role that takes them",
                1,
                "role",
                "capacity a day",
                "steps, baseline",
                "steps, candidate",
                "busiest day, baseline",
                "busiest day, candidate",
                "days over capacity, baseline",
                "days over capacity, candidate");
        for (var load : c.capacity()) {
            var known = load.capacity() != null;
            table.row(
                    Words.name(load.role()),
                    known ? load.capacity().toString() : "not stated",
                    Words.count(load.baseline().steps()),
                    Words.count(load.candidate().steps()),
                    Words.count(load.baseline().busiest()),
                    Words.count(load.candidate().busiest()),
                    known ? Words.count(load.baseline().daysOver()) : "–",
                    known ? Words.count(load.candidate().daysOver()) : "–");
        }
        return table.build();
    }

    Table overloaded() {
        var table = new Table.Builder(
                "Days above capacity (at most " + MOST_DAYS_SHOWN + " shown)",
                2,
                "day",
                "role",
                "capacity",
                "baseline",
                "candidate");
        int shown = 0;
        for (var day : c.workload()) {
            var limit = c.manifest().capacity().get(day.role());
            if (limit != null && (day.baseline() > limit || day.candidate() > limit) && shown++ < MOST_DAYS_SHOWN) {
                table.row(
                        day.on().toString(),
                        Words.name(day.role()),
                        limit.toString(),
                        Words.count(day.baseline()),
                        Words.count(day.candidate()));
            }
        }
        return table.build();
    }

    Table perWeek() {
        var weeks = new TreeMap<String, long[]>();
        for (var day : c.workload()) {
            var monday = day.on().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var week = weeks.computeIfAbsent(monday + "|" + Words.name(day.role()), any -> new long[2]);
            week[0] += day.baseline();
            week[1] += day.candidate();
        }
        var table = new Table.Builder("Steps by week and role", 2, "week of", "role", "baseline", "candidate");
        weeks.forEach((key, week) ->
                table.row(key.substring(0, 10), key.substring(11), Words.count(week[0]), Words.count(week[1])));
        return table.build();
    }
}
