package io.dunlin.simulation;

import io.dunlin.simulation.Assumed.Estimate;
import io.dunlin.simulation.Assumed.Outlook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What a gate may ask of the figures that rest on assumptions: {@code assumed.delta.cash}, or its {@code .low} end. */
final class AssumedMeasures {
    static final String PREFIX = "assumed.";

    private static final Map<String, Function<Outlook, Estimate>> NUMBERS = Map.of(
            "cash", Outlook::cash,
            "open", Outlook::open,
            "dso", Outlook::dso,
            "contacts", Outlook::contacts,
            "cost", Outlook::cost,
            "net", Outlook::net);
    private static final Map<String, Function<Estimate, BigDecimal>> ENDS =
            Map.of("", Estimate::mean, ".low", Estimate::low, ".high", Estimate::high);

    private AssumedMeasures() {}

    static TreeSet<String> names() {
        var names = new TreeSet<String>();
        for (var whose : List.of("baseline", "candidate", "delta")) {
            NUMBERS.keySet().forEach(number -> ENDS.keySet().forEach(end -> names.add(name(whose, number, end))));
        }
        return names;
    }

    private static String name(String whose, String number, String end) {
        return PREFIX + whose + "." + number + end;
    }

    /** Without those that cannot be computed, such as days of sales where nothing was sold. */
    static Map<String, Gate.Measure> of(Assumed assumed) {
        var all = new TreeMap<String, Gate.Measure>();
        if (assumed != null) {
            var baseline = assumed.strategies().get(Arm.BASELINE.word());
            assumed.strategies().forEach((arm, outlook) -> put(all, arm, outlook, outlook));
            put(all, "delta", assumed.delta(), baseline);
        }
        return all;
    }

    /** @param whole what a percentage is of: the mean of the same number there */
    private static void put(Map<String, Gate.Measure> all, String whose, Outlook outlook, Outlook whole) {
        NUMBERS.forEach((number, of) -> {
            var estimate = of.apply(outlook);
            if (estimate != null) {
                ENDS.forEach((end, at) -> all.put(
                        name(whose, number, end),
                        new Gate.Measure(at.apply(estimate), of.apply(whole).mean())));
            }
        });
    }
}
