package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Guess;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A condition under which a run counts as failed, such as {@code changedInvoices > 5%} or {@code delta.contacts > 0}.
 *
 * @param percent of everything for what changed, of the baseline for a delta
 */
public record Gate(String text, String measure, String operator, BigDecimal limit, boolean percent) {
    private static final Pattern SHAPE =
            Pattern.compile("\\s*([A-Za-z.0-9_]+)\\s*(>=|<=|>|<|=)\\s*(-?\\d+(?:\\.\\d+)?)\\s*(%?)\\s*");

    private static final Set<String> MEASURES = measures();

    private static Set<String> measures() {
        var numbers = new TreeSet<>(List.of(
                "contacts",
                "letters",
                "needlessLetters",
                "needlessContacts",
                "approvals",
                "cost",
                "untouched",
                "violations",
                "daysOverCapacity"));
        for (var action : Action.values()) {
            numbers.add("steps." + action);
        }
        var all = new TreeSet<>(List.of("changedInvoices", "changedAmount", "changedCustomers", "rejectedRows"));
        for (var prefix : List.of("baseline.", "candidate.", "delta.")) {
            numbers.forEach(number -> all.add(prefix + number));
        }
        all.addAll(AssumedMeasures.names());
        return all;
    }

    public static Gate parse(String text) throws SimulationRefused {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw new SimulationRefused(
                    "`" + text + "` is no gate; write one like changedInvoices > 5% or" + " delta.contacts > 100");
        }
        if (!MEASURES.contains(match.group(1))) {
            var hint = Guess.question(match.group(1), MEASURES);
            throw new SimulationRefused("there is no measure `" + match.group(1) + "`; "
                    + (hint == null ? "these are known: " + String.join(", ", MEASURES) : hint));
        }
        return new Gate(
                text.strip(),
                match.group(1),
                match.group(2),
                new BigDecimal(match.group(3)),
                !match.group(4).isEmpty());
    }

    /** Whether it asks for something that is known only where somebody assumes something. */
    public boolean needsAssumptions() {
        return measure.startsWith(AssumedMeasures.PREFIX);
    }

    /** Null if it holds off, else what it found. */
    public String failure(Comparison comparison) {
        var all = measures(comparison);
        var value = all.get(measure);
        if (value == null) {
            return text + ": it could not be computed";
        }
        var found = percent ? value.percent() : value.number();
        return holds(found.compareTo(limit))
                ? text + ": it is "
                        + found.round(new MathContext(6)).stripTrailingZeros().toPlainString() + (percent ? "%" : "")
                : null;
    }

    private boolean holds(int order) {
        return switch (operator) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> order == 0;
        };
    }

    /** @param whole what a percentage is of */
    record Measure(BigDecimal number, BigDecimal whole) {
        BigDecimal percent() {
            return whole.signum() == 0
                    ? BigDecimal.valueOf(number.signum() * 100L)
                    : number.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL64);
        }
    }

    private static Map<String, Measure> measures(Comparison c) {
        var all = new TreeMap<String, Measure>();
        all.put("changedInvoices", of(c.changedInvoices(), c.inPlay().count()));
        all.put("changedAmount", new Measure(c.changedAmount(), c.inPlay().amount()));
        all.put("changedCustomers", of(c.changedCustomers(), c.customers()));
        all.put("rejectedRows", of(c.manifest().rejectedRows(), c.invoices()));
        for (var arm : Arm.values()) {
            numbers(c, arm).forEach((name, number) -> all.put(arm.word() + "." + name, new Measure(number, number)));
        }
        all.putAll(AssumedMeasures.of(c.assumed()));
        var before = numbers(c, Arm.BASELINE);
        numbers(c, Arm.CANDIDATE).forEach((name, after) -> {
            var base = before.get(name);
            all.put("delta." + name, new Measure(after.subtract(base), base));
        });
        return all;
    }

    private static Measure of(long number, long whole) {
        return new Measure(BigDecimal.valueOf(number), BigDecimal.valueOf(whole));
    }

    private static Map<String, BigDecimal> numbers(Comparison c, Arm arm) {
        var side = c.strategies().get(arm.word());
        var numbers = new TreeMap<String, BigDecimal>();
        numbers.put("contacts", BigDecimal.valueOf(side.contacts()));
        numbers.put("letters", BigDecimal.valueOf(side.letters()));
        numbers.put("needlessLetters", BigDecimal.valueOf(side.needlessLetters()));
        numbers.put("needlessContacts", BigDecimal.valueOf(side.needlessContacts()));
        numbers.put("approvals", BigDecimal.valueOf(side.approvals()));
        numbers.put("cost", side.cost());
        numbers.put(
                "untouched",
                side.untouched().values().stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        long violations =
                side.violations().values().stream().mapToLong(Long::longValue).sum();
        numbers.put("violations", BigDecimal.valueOf(violations));
        long over = c.capacity().stream()
                .map(load -> arm == Arm.BASELINE ? load.baseline() : load.candidate())
                .mapToLong(Comparison.Busy::daysOver)
                .sum();
        numbers.put("daysOverCapacity", BigDecimal.valueOf(over));
        for (var action : Action.values()) {
            numbers.put("steps." + action, BigDecimal.valueOf(side.steps().getOrDefault(action, 0L)));
        }
        return numbers;
    }
}
