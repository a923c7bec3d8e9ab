package io.dunlin.bench;

import com.sun.management.OperatingSystemMXBean;
import io.dunlin.engine.Policies;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a simulation costs beside DuckDB and beside the same policy written by hand: first both sides must agree row by
 * row, then they take turns. CPU time of the whole process, garbage collection and compilation included.
 */
public final class SimulationBenchmark {
    private static final int CUSTOMERS = 390_000;
    private static final int ROUNDS = 9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SimulationBenchmark() {}

    /** A run of one rival; returns the sum of its rows, which must be the same each time. */
    interface Run {
        long go() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        // Else everything down to Drools' trace is worded and kept.
        Logger.getLogger("").setLevel(Level.WARNING);
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CUSTOMERS;
        var directory = Files.createDirectories(Path.of("target", "simulation-benchmark"));
        try (var invoices = new PlainInvoices(directory, customers)) {
            System.out.printf("%,d customers, %,d invoices%n", customers, invoices.count());
            if (arguments.length < 2 || arguments[1].equals("day")) {
                day(invoices);
            }
            if (arguments.length < 2 || arguments[1].equals("replay")) {
                replay(invoices);
            }
            if (arguments.length < 2 || arguments[1].equals("loop")) {
                loop(invoices);
            }
        }
    }

    private static void replay(PlainInvoices invoices) throws Exception {
        var ours = new ReplayOfPrecedents(Policies.shipped("small-business"), invoices);
        var rows = invoices.agree(theirs -> ReplayByHand.rows(invoices, theirs), ours::rows);
        System.out.printf("180 days: %,d rows agree with the policy by hand%n", rows);
        var rivals = new LinkedHashMap<String, Run>();
        rivals.put("by hand", () -> sum(to -> ReplayByHand.rows(invoices, to)));
        rivals.put("Dunlin", () -> sum(ours::rows));
        var times = measure(rivals, ROUNDS);
        System.out.println(ratio(times, "Dunlin", "by hand") + "; " + ours.effort());
    }

    /** Once only: it takes minutes. */
    private static void loop(PlainInvoices invoices) throws Exception {
        var ours = new ReplayOfPrecedents(Policies.shipped("small-business"), invoices);
        var sql = new ReplayBySql(invoices);
        var times = measure(Map.of("day loop in SQL", sql::play), 1);
        System.out.printf("180 days: %,d rows agree with the day loop in SQL%n", invoices.agree(ours::rows));
        times.putAll(measure(Map.of("Dunlin", () -> sum(ours::rows)), 3));
        System.out.println(ratio(times, "day loop in SQL", "Dunlin"));
    }

    private static long sum(PlainInvoices.Rival rival) throws Exception {
        var sum = new ReplayOfPrecedents.Sum();
        rival.rows(sum);
        return sum.sum;
    }

    private static void day(PlainInvoices invoices) throws Exception {
        var ours = new DayOfPrecedents(Policies.shipped("standard"), invoices);
        var sql = new DayOfSql(invoices);
        var rows = invoices.agree(
                sql.rows(),
                to -> ours.rows((customer, invoice, action, level, own, lead) ->
                        to.row(DayOfPrecedents.DAY, customer, invoice, action, level, own, lead)));
        System.out.printf("one day: %,d rows agree%n", rows);
        var rivals = new LinkedHashMap<String, Run>();
        rivals.put("SQL", sql::sum);
        rivals.put("Dunlin", ours::sum);
        rivals.put("reading only", ours::readOnly);
        var times = measure(rivals, ROUNDS);
        System.out.println(ratio(times, "Dunlin", "SQL") + "; " + ours.effort());
    }

    /**
     * Milliseconds of CPU of each rival: the median, and the least disturbed round, which on a shared machine is the
     * steadier figure; the first round, in which Java is still cold, told apart.
     */
    static Map<String, double[]> measure(Map<String, Run> rivals, int rounds) throws Exception {
        var times = new LinkedHashMap<String, double[]>();
        for (int round = 0; round < rounds; round++) {
            for (var rival : rivals.entrySet()) {
                System.gc();
                long before = SYSTEM.getProcessCpuTime();
                rival.getValue().go();
                times.computeIfAbsent(rival.getKey(), name -> new double[rounds])[round] =
                        (SYSTEM.getProcessCpuTime() - before) / 1e6;
            }
        }
        times.forEach((name, each) -> {
            double first = each[0];
            Arrays.sort(each);
            System.out.printf(
                    "%-24s CPU ms: median %,.0f, best %,.0f, first %,.0f%n", name, each[rounds / 2], each[0], first);
        });
        return times;
    }

    static String ratio(Map<String, double[]> times, String one, String other) {
        int middle = times.get(one).length / 2;
        return "%s / %s: %.2f of medians, %.2f of best rounds"
                .formatted(
                        one,
                        other,
                        times.get(one)[middle] / times.get(other)[times.get(other).length / 2],
                        times.get(one)[0] / times.get(other)[0]);
    }
}
