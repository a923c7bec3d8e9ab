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
    /** With Java still compiling; not counted. */
    private static final int WARM_UP = 10;

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
            if (arguments.length >= 2 && arguments[1].equals("export")) {
                invoices.export(directory.resolve("portfolio-" + customers + ".parquet"));
            }
            if (arguments.length >= 2 && arguments[1].equals("scale")) {
                scale(invoices, arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS);
            }
        }
    }

    private static void replay(PlainInvoices invoices) throws Exception {
        var ours = new ReplayOfPrecedents(Policies.shipped("small-business"), invoices, ReplayOfPrecedents.TO);
        var rows = invoices.agree(theirs -> ReplayByHand.rows(invoices, theirs), ours::rows);
        System.out.printf("180 days: %,d rows agree with the policy by hand%n", rows);
        var rivals = new LinkedHashMap<String, Run>();
        rivals.put("by hand", () -> sum(to -> ReplayByHand.rows(invoices, to)));
        rivals.put("Dunlin", () -> sum(ours::rows));
        var times = measure(rivals, WARM_UP, ROUNDS);
        System.out.println(ratio(times, "Dunlin", "by hand") + "; " + ours.effort());
    }

    /** Once only: it takes minutes. */
    private static void loop(PlainInvoices invoices) throws Exception {
        var ours = new ReplayOfPrecedents(Policies.shipped("small-business"), invoices, ReplayOfPrecedents.TO);
        var sql = new ReplayBySql(invoices);
        var times = measure(Map.of("day loop in SQL", sql::play), 0, 1);
        System.out.printf("180 days: %,d rows agree with the day loop in SQL%n", invoices.agree(ours::rows));
        times.putAll(measure(Map.of("Dunlin", () -> sum(ours::rows)), WARM_UP, ROUNDS));
        System.out.println(ratio(times, "day loop in SQL", "Dunlin"));
    }

    /** The same customers for a quarter, half and all of the days; and the most memory that was ever used. */
    private static void scale(PlainInvoices invoices, int rounds) throws Exception {
        var rivals = new LinkedHashMap<String, Run>();
        for (int days = 45; days <= 180; days *= 2) {
            var to = ReplayOfPrecedents.FROM.plusDays(days - 1L);
            var ours = new ReplayOfPrecedents(Policies.shipped("small-business"), invoices, to);
            rivals.put(days + " days", () -> sum(ours::rows));
        }
        measure(rivals, 1, rounds);
        System.out.println("heap at most " + Runtime.getRuntime().maxMemory() / 1_048_576 + " MB; of the process "
                + Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("unknown"));
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
        var times = measure(rivals, WARM_UP, ROUNDS);
        System.out.println(ratio(times, "Dunlin", "SQL") + "; " + ours.effort());
        // Afterwards: a second reader of the same rows makes Java compile the reading for two.
        measure(Map.of("reading only", ours::readOnly), WARM_UP, ROUNDS);
    }

    /**
     * Milliseconds of CPU of each rival, after rounds that do not count: the median, and the least disturbed round, which on
     * a shared machine is the steadier figure.
     */
    static Map<String, double[]> measure(Map<String, Run> rivals, int warmUp, int rounds) throws Exception {
        var times = new LinkedHashMap<String, double[]>();
        for (int round = -warmUp; round < rounds; round++) {
            for (var rival : rivals.entrySet()) {
                System.gc();
                long before = SYSTEM.getProcessCpuTime();
                rival.getValue().go();
                double its = (SYSTEM.getProcessCpuTime() - before) / 1e6;
                if (round >= 0) {
                    times.computeIfAbsent(rival.getKey(), name -> new double[rounds])[round] = its;
                }
            }
        }
        times.forEach((name, each) -> {
            Arrays.sort(each);
            System.out.printf("%-24s CPU ms: median %,.0f, best %,.0f%n", name, each[rounds / 2], each[0]);
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
