package io.dunlin.bench;

import io.dunlin.analysis.Checks;
import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How long a check takes: the standard strategy once for each of four segments, some two hundred rules. Elapsed time and the
 * computing time of the checking thread; on a machine shared with others only the latter says something.
 */
final class CheckTimes {
    private static final int SEGMENTS = 4;
    private static final int ROUNDS = 21;
    private static final int WARM = 100;

    private CheckTimes() {}

    public static void main(String... arguments) throws IOException {
        var strategy = strategy();
        var rules = Checks.of(strategy).compiled().rules().size();
        System.out.printf(Locale.ROOT, "%d rules; %d rounds after %d%n", rules, ROUNDS, WARM);
        System.out.printf(Locale.ROOT, "%-32s %10s %10s %10s %10s%n", "", "fastest", "median", "slowest", "CPU median");
        time("reading alone (Checks.ofWords)", strategy, Checks::ofWords);
        time("everything (Checks.of)", strategy, Checks::of);
    }

    private static void time(String what, StrategyFiles strategy, Consumer<StrategyFiles> check) {
        var threads = ManagementFactory.getThreadMXBean();
        var elapsed = new long[ROUNDS];
        var computing = new long[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long start = System.nanoTime();
            long spent = threads.getCurrentThreadCpuTime();
            check.accept(strategy);
            computing[Math.max(0, i)] = threads.getCurrentThreadCpuTime() - spent;
            elapsed[Math.max(0, i)] = System.nanoTime() - start;
        }
        Arrays.sort(elapsed);
        Arrays.sort(computing);
        System.out.printf(
                Locale.ROOT,
                "%-32s %7d ms %7d ms %7d ms %7d ms%n",
                what,
                elapsed[0] / 1_000_000,
                elapsed[ROUNDS / 2] / 1_000_000,
                elapsed[ROUNDS - 1] / 1_000_000,
                computing[ROUNDS / 2] / 1_000_000);
    }

    static StrategyFiles strategy() throws IOException {
        var standard = StrategyFiles.read(Path.of("rules/standard"));
        var files = new TreeMap<String, String>();
        files.put(StrategyFiles.MANIFEST, standard.files().get(StrategyFiles.MANIFEST));
        for (int i = 1; i <= SEGMENTS; i++) {
            var segment = "segment == \"s" + i + "\", ";
            for (var file : standard.files().entrySet()) {
                if (file.getKey().endsWith(".drl")) {
                    files.put(
                            i + file.getKey(),
                            file.getValue()
                                    .replaceAll("rule \"([A-Z])(\\d+)", "rule \"$1$2" + i)
                                    .replace("Invoice( ", "Invoice( customer." + segment)
                                    .replace("Customer( ", "Customer( " + segment));
                }
            }
        }
        return new StrategyFiles("standard", files);
    }
}
