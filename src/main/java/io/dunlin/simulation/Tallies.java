package io.dunlin.simulation;

import io.dunlin.simulation.Group.By;
import io.dunlin.vocabulary.Action;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result of a run, added up. Adding customers in parts and merging the parts gives the same as adding them one by one,
 * in any order: threads and machines cannot show in a result.
 */
public final class Tallies {
    private static final int VIOLATIONS_KEPT = 100;

    /** From what to what the furthest step about an invoice moved. */
    record Flow(Action baseline, Action candidate) implements Comparable<Flow> {
        @Override
        public int compareTo(Flow other) {
            int first = baseline.compareTo(other.baseline);
            return first == 0 ? candidate.compareTo(other.candidate) : first;
        }

        @Override
        public String toString() {
            return baseline + ">" + candidate;
        }
    }

    final Map<Arm, Side> sides = new EnumMap<>(Arm.class);
    final TreeMap<Flow, Sum> flow = new TreeMap<>();
    final Map<By, TreeMap<String, Group>> groups = new EnumMap<>(By.class);
    final TreeMap<LocalDate, Long> divergences = new TreeMap<>();
    final TreeMap<LocalDate, Sum> received = new TreeMap<>();
    final TreeMap<String, Sum> ageing = new TreeMap<>();
    final BiggestChanges biggest = new BiggestChanges();
    final TreeMap<Integer, Effect> effects = new TreeMap<>();
    final Fingerprint fingerprint = new Fingerprint();
    final AssumedSums assumed = new AssumedSums();
    final TreeSet<Violation> violations = new TreeSet<>(Violation.ORDER);
    long customers;
    long leftOut;
    long invoices;
    Sum changedInvoices = Sum.NOTHING;
    Sum inPlay = Sum.NOTHING;
    long changedCustomers;
    long decisionDays;

    public Tallies() {
        for (var arm : Arm.values()) {
            sides.put(arm, new Side());
        }
        for (var by : By.values()) {
            groups.put(by, new TreeMap<>());
        }
    }

    Side side(Arm arm) {
        return sides.get(arm);
    }

    Group group(By by, String value) {
        return groups.get(by).computeIfAbsent(value, any -> new Group());
    }

    void found(Violation violation) {
        side(violation.arm()).violations.merge(violation.kind(), 1L, Long::sum);
        keep(violation);
    }

    /** The first by name and day, not the first that came: that would depend on who was counted first. */
    private void keep(Violation violation) {
        violations.add(violation);
        if (violations.size() > VIOLATIONS_KEPT) {
            violations.pollLast();
        }
    }

    public void merge(Tallies other) {
        other.sides.forEach((arm, side) -> side(arm).merge(side));
        other.flow.forEach((key, sum) -> flow.merge(key, sum, Sum::plus));
        other.groups.forEach(
                (by, lines) -> lines.forEach((value, line) -> group(by, value).merge(line)));
        other.divergences.forEach((day, count) -> divergences.merge(day, count, Long::sum));
        other.received.forEach((day, sum) -> received.merge(day, sum, Sum::plus));
        other.ageing.forEach((bucket, sum) -> ageing.merge(bucket, sum, Sum::plus));
        biggest.merge(other.biggest);
        other.effects.forEach((number, effect) -> effects.merge(number, effect, Effect::plus));
        assumed.merge(other.assumed);
        fingerprint.add(other.fingerprint);
        other.violations.forEach(this::keep);
        customers += other.customers;
        leftOut += other.leftOut;
        invoices += other.invoices;
        changedInvoices = changedInvoices.plus(other.changedInvoices);
        inPlay = inPlay.plus(other.inPlay);
        changedCustomers += other.changedCustomers;
        decisionDays += other.decisionDays;
    }
}
