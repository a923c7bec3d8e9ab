package io.dunlin.bench;

import com.sun.management.OperatingSystemMXBean;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Invoice;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same rules written in two ways that mean the same, taking turns over the same facts: whether it matters how somebody
 * writes a condition, which is all that a lint about speed can rest on.
 */
final class RuleShapes {
    private static final int RULES = 300;
    private static final int FACTS = 10_000;
    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 5;
    private static final List<String> COUNTRIES = Stream.concat(
                    Stream.of("DE", "GB", "US", "FR"),
                    IntStream.range(0, 56).mapToObj(i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26)))
            .toList();

    private final List<Invoice> facts;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RuleShapes() {
        var random = new RandomFacts(11);
        facts = IntStream.range(0, FACTS).mapToObj(i -> random.invoice()).toList();
    }

    public static void main(String... arguments) throws StrategyRefused {
        var shapes = new RuleShapes();
        System.out.printf(Locale.ROOT, "%-58s %9s %9s %6s%n", RULES + " rules", "CPU/fact", "hinted", "ratio");
        for (int words : new int[] {3, 8}) {
            shapes.compare(
                    words + " words: a == x || a == y ..., or a in ( x, y ... )",
                    each(rule -> chain(rule, words) + ", " + own(rule)),
                    each(rule -> "customer.country in ( " + list(rule, words) + " ), " + own(rule)));
        }
        var lookedUp = each(rule -> "customer.country == " + country(rule) + ", " + own(rule));
        shapes.compare(
                "a == x that others share: written last, or first",
                each(rule -> own(rule) + ", customer.country == " + country(rule)),
                lookedUp);
        shapes.compare(
                "one of sixty: !( a != x ), or a == x",
                each(rule -> "!( customer.country != " + country(rule) + " ), " + own(rule)),
                lookedUp);
        shapes.compare(
                "ten in one: ( a == x && b ) || ( a == y && c ) ..., or ten",
                IntStream.range(0, RULES / 10).mapToObj(RuleShapes::tenInOne).toList(),
                lookedUp);
    }

    private static List<String> each(IntFunction<String> condition) {
        return IntStream.range(0, RULES).mapToObj(condition).toList();
    }

    private static String tenInOne(int rule) {
        return IntStream.range(rule * 10, rule * 10 + 10)
                .mapToObj(i -> "( customer.country == " + country(i) + " && " + own(i).replace(", ", " && ") + " )")
                .collect(Collectors.joining(" || "));
    }

    private static String country(int n) {
        return "\"" + COUNTRIES.get(Math.floorMod(n, COUNTRIES.size())) + "\"";
    }

    /** Another choice for each rule, or all of them would be one test. */
    private static Stream<String> some(int rule, int words) {
        return IntStream.range(0, words).mapToObj(i -> country(rule + i * (1 + rule / COUNTRIES.size())));
    }

    private static String chain(int rule, int words) {
        return some(rule, words)
                .map(word -> "customer.country == " + word)
                .collect(Collectors.joining(" || ", "( ", " )"));
    }

    private static String list(int rule, int words) {
        return some(rule, words).collect(Collectors.joining(", "));
    }

    private static String own(int rule) {
        return "daysOverdue > " + rule % 90 + ", daysSinceLastAction > " + rule % 7;
    }

    private void compare(String what, List<String> one, List<String> other) throws StrategyRefused {
        var lint = compiled(one);
        var hint = compiled(other);
        var times = new ArrayList<long[]>();
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            var both = new long[] {round(lint), round(hint)};
            if (i >= 0) {
                times.add(both);
            }
        }
        double slow = median(times.stream().map(both -> both[0]));
        double fast = median(times.stream().map(both -> both[1]));
        System.out.printf(Locale.ROOT, "%-58s %6.2f us %6.2f us %6.2f%n", what, slow, fast, slow / fast);
    }

    private static double median(Stream<Long> times) {
        return times.sorted().toList().get(ROUNDS / 2) / 1_000.0 / FACTS;
    }

    private long round(Compiled strategy) {
        long before = system.getProcessCpuTime();
        for (int i = 0; i < FACTS; i += AT_ONCE) {
            strategy.fire(facts.subList(i, i + AT_ONCE));
        }
        return system.getProcessCpuTime() - before;
    }

    private static Compiled compiled(List<String> conditions) throws StrategyRefused {
        var rules = IntStream.range(0, conditions.size())
                .mapToObj(i -> "rule \"T" + i + " rule\"\n@owner( t )\nwhen\n$i : Invoice( " + conditions.get(i)
                        + " )\nthen\npropose( $i, CALL, \"why\" );\nend\n")
                .collect(Collectors.joining());
        var files = new TreeMap<String, String>();
        files.put(StrategyFiles.MANIFEST, "name: shapes\npurpose: a measurement\nladder: [CALL]\n");
        files.put("rules.drl", "package shapes;\n\nimport io.dunlin.vocabulary.*;\n\n" + rules);
        return StrategyCompiler.compile(new StrategyFiles("shapes", files));
    }
}
