package io.dunlin.simulation;

import io.dunlin.assumption.Age;
import io.dunlin.assumption.Assumptions.Except;
import io.dunlin.simulation.Assumed.Day;
import io.dunlin.simulation.Assumed.Estimate;
import io.dunlin.simulation.Assumed.Outlook;
import io.dunlin.simulation.Assumed.Seen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Makes the part of the document that rests on assumptions out of the sums. */
final class Outlooks {
    private static final String CAUTION =
            "Assumption-driven: payments after a customer is first treated differently are drawn by lot from the stated"
                    + " assumptions. This is no evidence of what customers did or would do.";

    private final Basis basis;
    private final Tallies tallies;
    private final AssumedSums sums;
    private final int draws;
    private final Map<Arm, Totals> totals = new EnumMap<>(Arm.class);

    /** One value for each draw, or what they differ by. */
    private record Totals(long[] cash, long[] open, long[] contacts, long[] millionths) {}

    private Outlooks(Basis basis, Tallies tallies) {
        this.basis = basis;
        this.tallies = tallies;
        this.sums = tallies.assumed;
        this.draws = basis.settings().assumptions().draws();
        for (var arm : Arm.values()) {
            totals.put(arm, totals(sums.arm(arm)));
        }
    }

    /** Null where nobody assumed anything. */
    static Assumed of(Basis basis, Tallies tallies) {
        return basis.settings().assumptions() == null ? null : new Outlooks(basis, tallies).assumed();
    }

    private Assumed assumed() {
        var strategies = new LinkedHashMap<String, Outlook>();
        totals.forEach((arm, its) -> strategies.put(arm.word(), outlook(its)));
        var before = totals.get(Arm.BASELINE);
        var after = totals.get(Arm.CANDIDATE);
        return new Assumed(
                CAUTION,
                basis.settings().assumptions(),
                sums.customers,
                sums.invoices,
                cents(sums.stake),
                cents(sums.invoiced),
                cents(sum(sums.real)),
                cents(sum(sums.replaced)),
                strategies,
                outlook(new Totals(
                        less(after.cash(), before.cash()),
                        less(after.open(), before.open()),
                        less(after.contacts(), before.contacts()),
                        less(after.millionths(), before.millionths()))),
                curve(),
                seen(),
                unmet());
    }

    private Totals totals(AssumedSums.OneArm arm) {
        var cash = new long[draws];
        arm.cash.values().forEach(day -> add(cash, day));
        return new Totals(
                plus(cash, sum(sums.real)),
                plus(arm.open, arm.undrawnOpen),
                plus(arm.contacts, arm.undrawnContacts),
                plus(arm.millionths, arm.undrawnMillionths));
    }

    /** An array of nothing, where nothing was drawn, is as good as one of zeros. */
    private long[] plus(long[] some, long same) {
        var all = new long[draws];
        for (int draw = 0; draw < draws; draw++) {
            all[draw] = same + (some.length == 0 ? 0 : some[draw]);
        }
        return all;
    }

    private static void add(long[] to, long[] some) {
        for (int draw = 0; draw < to.length; draw++) {
            to[draw] += some[draw];
        }
    }

    private static long[] less(long[] one, long[] other) {
        var difference = one.clone();
        for (int draw = 0; draw < difference.length; draw++) {
            difference[draw] -= other[draw];
        }
        return difference;
    }

    private Outlook outlook(Totals its) {
        var open = Estimate.of(its.open(), 2, 2);
        return new Outlook(
                Estimate.of(its.cash(), 2, 2),
                open,
                sums.invoiced == 0 ? null : new Estimate(dso(open.mean()), dso(open.low()), dso(open.high())),
                Estimate.of(its.contacts(), 0, 1),
                Estimate.of(its.millionths(), 6, 2),
                net(its));
    }

    private BigDecimal dso(BigDecimal open) {
        var window = basis.window();
        long days = ChronoUnit.DAYS.between(window.from(), window.to()) + 1;
        return open.multiply(BigDecimal.valueOf(days)).divide(cents(sums.invoiced), 1, RoundingMode.HALF_EVEN);
    }

    private Estimate net(Totals its) {
        var currency = basis.settings().prices().currency();
        if (!basis.converts(currency)) {
            return null;
        }
        var net = its.cash().clone();
        for (int draw = 0; draw < draws; draw++) {
            var cost = BigDecimal.valueOf(its.millionths()[draw], 6);
            net[draw] -=
                    basis.inReportingCurrency(cost, currency).unscaledValue().longValueExact();
        }
        return Estimate.of(net, 2, 2);
    }

    private List<Day> curve() {
        var curve = new ArrayList<Day>();
        var baseline = new long[draws];
        var candidate = new long[draws];
        long history = 0;
        long real = 0;
        var last = basis.window().to();
        for (var day = basis.window().from(); !day.isAfter(last); day = day.plusDays(1)) {
            history += sums.history.getOrDefault(day, 0L);
            real += sums.real.getOrDefault(day, 0L);
            add(baseline, cash(Arm.BASELINE, day));
            add(candidate, cash(Arm.CANDIDATE, day));
            curve.add(new Day(
                    day,
                    cents(history),
                    cents(real),
                    Estimate.of(plus(baseline, real), 2, 2),
                    Estimate.of(plus(candidate, real), 2, 2),
                    Estimate.of(less(candidate, baseline), 2, 2)));
        }
        return curve;
    }

    private long[] cash(Arm arm, LocalDate day) {
        return sums.arm(arm).cash.getOrDefault(day, new long[draws]);
    }

    private List<Seen> seen() {
        var list = new ArrayList<Seen>();
        for (var age : Age.values()) {
            var seen = sums.seen.getOrDefault(age, new AssumedSums.Seen());
            var percent = seen.days == 0
                    ? null
                    : BigDecimal.valueOf(seen.paid * 100)
                            .divide(BigDecimal.valueOf(seen.days), 2, RoundingMode.HALF_EVEN);
            var assumed = basis.settings().assumptions().unasked().get(age);
            list.add(new Seen(age, seen.days, seen.paid, percent, assumed));
        }
        return list;
    }

    /** Most likely misspelt. */
    private List<String> unmet() {
        return basis.settings().assumptions().except().stream()
                .filter(except -> !isMet(except))
                .map(except -> "no customer is of " + except.who() + ", for whom the assumptions make an exception")
                .toList();
    }

    private boolean isMet(Except except) {
        var segments = tallies.groups.get(Group.By.SEGMENT);
        var sizes = tallies.groups.get(Group.By.SIZE_CLASS);
        return (except.segment() == null || segments.containsKey(except.segment()))
                && (except.sizeClass() == null
                        || sizes.containsKey(except.sizeClass().name()));
    }

    private static long sum(SortedMap<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
