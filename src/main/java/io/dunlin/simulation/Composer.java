package io.dunlin.simulation;

import io.dunlin.engine.Decider;
import io.dunlin.engine.WorkingDays;
import io.dunlin.language.Rule;
import io.dunlin.simulation.Comparison.Busy;
import io.dunlin.simulation.Comparison.Day;
import io.dunlin.simulation.Comparison.Line;
import io.dunlin.simulation.Comparison.Load;
import io.dunlin.simulation.Comparison.Manifest;
import io.dunlin.simulation.Comparison.Policy;
import io.dunlin.simulation.Comparison.RuleHits;
import io.dunlin.simulation.Comparison.Spread;
import io.dunlin.simulation.Comparison.Strategy;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the document out of the tallies. */
public final class Composer {
    private final Basis basis;
    private final Described source;
    private final Tallies tallies;
    private final String effectsNote;

    /** @param effectsNote why some changes were not played by themselves; null where all were */
    public Composer(Basis basis, Described source, Tallies tallies, String effectsNote) {
        this.effectsNote = effectsNote;
        this.basis = basis;
        this.source = source;
        this.tallies = tallies;
    }

    public Comparison compose() {
        return new Comparison(
                Comparison.SCHEMA_VERSION,
                manifest(),
                basis.window().from(),
                basis.window().to(),
                basis.window().isSnapshot(),
                basis.currency(),
                tallies.customers,
                tallies.invoices,
                tallies.inPlay,
                tallies.changedInvoices.count(),
                tallies.changedInvoices.amount(),
                tallies.changedCustomers,
                perArm(arm -> counts(tallies.side(arm).invoices)),
                perArm(this::strategy),
                flow(),
                workload(),
                capacity(),
                tallies.ageing,
                tallies.received,
                tallies.divergences,
                groups(),
                rules(),
                List.copyOf(tallies.effects.values()),
                effectsNote,
                List.copyOf(tallies.violations),
                tallies.biggest.list(),
                Notes.of(basis),
                Outlooks.of(basis, tallies));
    }

    private static <T> Map<String, T> perArm(java.util.function.Function<Arm, T> value) {
        var map = new LinkedHashMap<String, T>();
        for (var arm : Arm.values()) {
            map.put(arm.word(), value.apply(arm));
        }
        return map;
    }

    private static Map<Action, Long> counts(Map<Action, Sum> sums) {
        var counts = new EnumMap<Action, Long>(Action.class);
        sums.forEach((action, sum) -> counts.put(action, sum.count()));
        return counts;
    }

    private Manifest manifest() {
        return new Manifest(
                source.inputs(),
                policy(basis.baseline()),
                policy(basis.candidate()),
                source.extent().rejected(),
                tallies.leftOut,
                basis.settings().needlessDays(),
                basis.settings().capacity(),
                basis.settings().prices(),
                basis.settings().seed(),
                WorkingDays.VERSION,
                List.copyOf(basis.books().reassessments()),
                tallies.fingerprint.hex(),
                assumptions());
    }

    private Described.Input assumptions() {
        var stated = basis.settings().assumptions();
        return stated == null ? null : new Described.Input(stated.name(), stated.sha256());
    }

    private static Policy policy(Decider decider) {
        return new Policy(
                decider.strategy().name(),
                decider.strategy().version(),
                decider.guard().version());
    }

    private Strategy strategy(Arm arm) {
        var side = tallies.side(arm);
        return new Strategy(
                basis.under(arm).strategy().name(),
                side.steps,
                side.invoices,
                side.contacts,
                side.letters,
                side.needlessLetters,
                side.needlessContacts,
                side.approvals,
                Sum.cents(side.cost()),
                side.costs,
                side.openAtStage,
                spread(side.contactsPerCustomer),
                spread(side.daysToFirstContact),
                side.untouched,
                side.violations);
    }

    static Spread spread(TreeMap<Integer, Long> histogram) {
        long count = histogram.values().stream().mapToLong(Long::longValue).sum();
        if (count == 0) {
            return new Spread(0, null, 0, 0, 0, Map.of());
        }
        long sum = histogram.entrySet().stream()
                .mapToLong(e -> e.getKey() * e.getValue())
                .sum();
        var mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_EVEN);
        return new Spread(
                count, mean, at(histogram, count, 50), at(histogram, count, 90), histogram.lastKey(), histogram);
    }

    /** The smallest value that at least so many percent do not exceed. */
    private static int at(TreeMap<Integer, Long> histogram, long count, int percent) {
        long seen = 0;
        for (var entry : histogram.entrySet()) {
            seen += entry.getValue();
            if (seen * 100 >= count * percent) {
                return entry.getKey();
            }
        }
        return histogram.lastKey();
    }

    private List<Comparison.Flow> flow() {
        var list = new ArrayList<Comparison.Flow>();
        tallies.flow.forEach((key, sum) ->
                list.add(new Comparison.Flow(key.baseline(), key.candidate(), sum.count(), sum.amount())));
        return list;
    }

    private List<Day> workload() {
        var days = new TreeSet<>(tallies.side(Arm.BASELINE).workload.keySet());
        days.addAll(tallies.side(Arm.CANDIDATE).workload.keySet());
        var list = new ArrayList<Day>();
        for (var day : days) {
            for (var role : Role.values()) {
                long before = on(Arm.BASELINE, day, role);
                long after = on(Arm.CANDIDATE, day, role);
                if (before + after > 0) {
                    list.add(new Day(day, role, before, after));
                }
            }
        }
        return list;
    }

    private long on(Arm arm, java.time.LocalDate day, Role role) {
        return tallies.side(arm).workload.getOrDefault(day, Map.of()).getOrDefault(role, 0L);
    }

    private List<Load> capacity() {
        var list = new ArrayList<Load>();
        for (var role : Role.values()) {
            var limit = basis.settings().capacity().get(role);
            var load = new Load(role, limit, busy(Arm.BASELINE, role, limit), busy(Arm.CANDIDATE, role, limit));
            if (limit != null || load.baseline().steps() + load.candidate().steps() > 0) {
                list.add(load);
            }
        }
        return list;
    }

    private Busy busy(Arm arm, Role role, Integer limit) {
        long steps = 0;
        long busiest = 0;
        long over = 0;
        for (var day : tallies.side(arm).workload.values()) {
            long count = day.getOrDefault(role, 0L);
            steps += count;
            busiest = Math.max(busiest, count);
            over += limit != null && count > limit ? 1 : 0;
        }
        return new Busy(steps, busiest, over);
    }

    private Map<String, List<Line>> groups() {
        var all = new LinkedHashMap<String, List<Line>>();
        all.put("segment", lines(Group.By.SEGMENT));
        all.put("sizeClass", lines(Group.By.SIZE_CLASS));
        all.put("country", lines(Group.By.COUNTRY));
        var ages = new ArrayList<>(lines(Group.By.AGE));
        ages.sort(java.util.Comparator.comparing(line -> Ages.BUCKETS.indexOf(line.value())));
        all.put("age", ages);
        return all;
    }

    private List<Line> lines(Group.By by) {
        var lines = new ArrayList<Line>();
        tallies.groups
                .get(by)
                .forEach((value, g) -> lines.add(new Line(
                        value,
                        g.customers,
                        g.changedCustomers,
                        g.invoices,
                        g.changedInvoices,
                        Sum.cents(g.open),
                        g.contacts[0],
                        g.contacts[1],
                        Sum.cents(g.cost[0]),
                        Sum.cents(g.cost[1]))));
        return lines;
    }

    private List<RuleHits> rules() {
        var list = new ArrayList<RuleHits>();
        for (var arm : Arm.values()) {
            basis.under(arm).strategy().rules().forEach(rule -> list.add(hits(arm, false, rule)));
            basis.under(arm).guard().rules().forEach(rule -> list.add(hits(arm, true, rule)));
        }
        return list;
    }

    private RuleHits hits(Arm arm, boolean guard, Rule rule) {
        var side = tallies.side(arm);
        return new RuleHits(
                arm,
                guard,
                rule.id(),
                rule.title(),
                side.fired.getOrDefault(rule.id(), 0L),
                side.won.getOrDefault(rule.id(), 0L),
                side.decidedChanges.getOrDefault(rule.id(), 0L));
    }
}
