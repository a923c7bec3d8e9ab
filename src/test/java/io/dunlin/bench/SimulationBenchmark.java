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
    private static final int ROUNDS = 7;
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
        }
    }

    private static void day(PlainInvoices invoices) throws Exception {
        var ours = new DayOfPrecedents(Policies.shipped("standard"), invoices);
        var sql = new DayOfSql(invoices);
        var rows = invoices.agree(sql.rows(), ours::rows);
        System.out.printf("one day: %,d rows agree%n", rows);
        var rivals = new LinkedHashMap<String, Run>();
        rivals.put("SQL", sql::sum);
        rivals.put("Dunlin", ours::sum);
        rivals.put("reading only", ours::readOnly);
        var times = measure(rivals, ROUNDS);
        System.out.printf("Dunlin / SQL: %.2f; %s%n", times.get("Dunlin") / times.get("SQL"), ours.effort());
    }

    /** Median milliseconds of CPU of each rival, the first round (in which Java is still cold) told apart. */
    static Map<String, Double> measure(Map<String, Run> rivals, int rounds) throws Exception {
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
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((name, each) -> {
            var first = each[0];
            var sorted = each.clone();
            Arrays.sort(sorted);
            medians.put(name, sorted[rounds / 2]);
            System.out.printf(
                    "%-14s CPU ms: median %,.0f, best %,.0f, first %,.0f%n",
                    name, sorted[rounds / 2], sorted[0], first);
        });
        return medians;
    }
}
