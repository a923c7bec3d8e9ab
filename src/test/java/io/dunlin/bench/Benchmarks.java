package io.dunlin.bench;

import io.dunlin.engine.Rivals;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.ListStatistics;

/** Holds the rivals to the same decisions, then measures them; the command is in docs/benchmarks.md. Takes JMH's options. */
public final class Benchmarks {
    private static final int CUSTOMERS = 100_000;
    private static final int JOURNEYS = 5_000;
    private static final int ROUNDS = 2;

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        agree();
        measure(args);
    }

    private static void agree() {
        var agreement = new Agreement(Rivals.standard());
        Portfolio.accounts(CUSTOMERS).forEach(account -> agreement.check(account, Portfolio.book(0)));
        System.out.printf("agreed on %,d customers%n", agreement.decisions());
        Portfolio.accounts(JOURNEYS).forEach(account -> Journey.through(agreement, account));
        System.out.printf(
                "agreed on %,d decisions; rules that had no say in any of them: %s%n",
                agreement.decisions(), agreement.silent());
    }

    /** Twice round, so that a noisy minute of the machine does not hit one rival alone. */
    private static void measure(String[] args) throws Exception {
        var times = new TreeMap<String, ListStatistics>();
        for (int round = 0; round < ROUNDS; round++) {
            var options = new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(DecideBenchmark.class.getSimpleName())
                    .addProfiler(CpuTime.class)
                    .build();
            new Runner(options).run().forEach(result -> result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults().forEach(iteration -> times.computeIfAbsent(
                                    result.getPrimaryResult().getLabel(), label -> new ListStatistics())
                            .addValue(iteration
                                    .getSecondaryResults()
                                    .get(CpuTime.NAME)
                                    .getScore()))));
        }
        print(times);
    }

    /** Medians, and the least disturbed iteration of each: on a shared machine the latter is the steadier figure. */
    private static void print(Map<String, ListStatistics> times) {
        double invoices = openInvoices();
        System.out.printf("%n%,d customers, %.1f open invoices each%n", DecideBenchmark.CUSTOMERS, invoices);
        var head = "%-18s%12s%12s%10s%10s%14s%n";
        System.out.printf(head, "CPU ns/customer", "rules", "by hand", "ratio", "of best", "ns/invoice");
        for (var what : new String[] {"decide", "matchAndExplain", "match"}) {
            var rules = times.get(what + "ByRules");
            var hand = times.get(what + "ByHand");
            if (rules != null && hand != null) {
                double median = rules.getPercentile(50);
                double ratio = median / hand.getPercentile(50);
                System.out.printf(
                        "%-18s%,12.0f%,12.0f%10.2f%10.2f%,14.0f%n",
                        what, median, hand.getPercentile(50), ratio, rules.getMin() / hand.getMin(), median / invoices);
            }
        }
    }

    private static double openInvoices() {
        var rivals = Rivals.standard();
        var book = Portfolio.book(0);
        return Portfolio.accounts(DecideBenchmark.CUSTOMERS)
                .mapToInt(account -> rivals.openInvoices(account, book))
                .average()
                .orElseThrow();
    }
}
