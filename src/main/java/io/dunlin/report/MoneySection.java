package io.dunlin.report;

import io.dunlin.simulation.Ages;
import io.dunlin.simulation.Arm;
import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Comparison.Strategy;
import io.dunlin.simulation.Sum;
import io.dunlin.vocabulary.Action.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is open, what came in, and what the steps cost. */
final class MoneySection {
    private final Comparison c;
    private final Strategy before;
    private final Strategy after;

    MoneySection(Comparison comparison) {
        this.c = comparison;
        this.before = c.strategies().get(Arm.BASELINE.word());
        this.after = c.strategies().get(Arm.CANDIDATE.word());
    }

    Bars ageing() {
        var groups = new ArrayList<List<Bars.Value>>();
        for (var bucket : Ages.BUCKETS) {
            var open = c.ageing().get(bucket);
            if (open != null) {
                groups.add(List.of(bar(bucket, "baseline", open, before), bar(bucket, "candidate", open, after)));
            }
        }
        return Bars.of(groups);
    }

    private Bars.Value bar(String bucket, String style, Sum open, Strategy side) {
        var untouched = untouched(side, bucket).amount();
        var label =
                Words.round(open.amount()) + (untouched.signum() == 0 ? "" : ", untouched " + Words.round(untouched));
        return new Bars.Value(bucket, style, open.amount(), untouched, label);
    }

    private static Sum untouched(Strategy side, String bucket) {
        return side.untouched().getOrDefault(bucket, Sum.NOTHING);
    }

    Table ages() {
        var table = new Table.Builder(
                "Open on " + c.to() + " by days overdue (" + c.currency() + ")",
                1,
                "days overdue",
                "invoices",
                "open",
                "never touched, baseline",
                "never touched, candidate");
        for (var bucket : Ages.BUCKETS) {
            var open = c.ageing().get(bucket);
            if (open != null) {
                table.row(
                        bucket,
                        Words.count(open.count()),
                        Words.money(open.amount()),
                        Words.money(untouched(before, bucket).amount()),
                        Words.money(untouched(after, bucket).amount()));
            }
        }
        return table.build();
    }

    /** Null for a snapshot, in which no money moves. */
    Lines cash() {
        if (c.snapshot() || c.received().isEmpty()) {
            return null;
        }
        var total = new TreeMap<LocalDate, Double>();
        double sum = 0;
        total.put(c.from(), 0.0);
        for (var day : new TreeMap<>(c.received()).entrySet()) {
            sum += day.getValue().amount().doubleValue();
            total.put(day.getKey(), sum);
        }
        var series = List.of(new Lines.Series("received", "history", total));
        return Lines.of("Received since " + c.from() + " (" + c.currency() + ")", c.from(), c.to(), series, null);
    }

    Table cashTable() {
        var months = new TreeMap<String, Sum>();
        c.received()
                .forEach((day, sum) -> months.merge(
                        day.toString().substring(0, 7),
                        sum,
                        (a, b) -> new Sum(a.count() + b.count(), a.amount().add(b.amount()))));
        var table = new Table.Builder("Received by month, as it really was", 1, "month", "payments", c.currency());
        months.forEach((month, sum) -> table.row(month, Words.count(sum.count()), Words.money(sum.amount())));
        return table.build();
    }

    Table costs() {
        var currency = c.manifest().prices().currency();
        var table = new Table.Builder(
                "Steps and what they cost",
                1,
                "action",
                "steps, baseline",
                "steps, candidate",
                currency + ", baseline",
                currency + ", candidate");
        for (var action : Pages.actions(before, after)) {
            table.row(
                    Words.name(action),
                    Words.count(before.steps().getOrDefault(action, 0L)),
                    Words.count(after.steps().getOrDefault(action, 0L)),
                    Words.money(before.costs().getOrDefault(action, BigDecimal.ZERO)),
                    Words.money(after.costs().getOrDefault(action, BigDecimal.ZERO)));
        }
        return table.build();
    }

    Table stages() {
        var table = new Table.Builder(
                "Open on " + c.to() + " by the furthest stage reached (" + c.currency() + ")",
                1,
                "stage",
                "invoices, baseline",
                "invoices, candidate",
                "open, baseline",
                "open, candidate");
        for (var stage : Stage.values()) {
            var old = before.openAtStage().getOrDefault(stage, Sum.NOTHING);
            var now = after.openAtStage().getOrDefault(stage, Sum.NOTHING);
            if (old.count() + now.count() > 0) {
                table.row(
                        stage == Stage.NONE ? "nothing done" : Words.name(stage),
                        Words.count(old.count()),
                        Words.count(now.count()),
                        Words.money(old.amount()),
                        Words.money(now.amount()));
            }
        }
        return table.build();
    }
}
