package io.dunlin.bench;

import io.dunlin.analysis.Checks;
import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How long a check takes: the standard strategy once for each of four segments, some two hundred rules. */
final class CheckTimes {
    private static final int SEGMENTS = 4;
    private static final int ROUNDS = 21;

    private CheckTimes() {}

    public static void main(String... arguments) throws IOException {
        var strategy = strategy();
        var rules = Checks.of(strategy).compiled().rules().size();
        System.out.printf(Locale.ROOT, "%d rules; median and slowest of %d rounds after %d%n", rules, ROUNDS, ROUNDS);
        time("reading alone (Checks.ofWords)", strategy, Checks::ofWords);
        time("everything (Checks.of)", strategy, Checks::of);
    }

    private static void time(String what, StrategyFiles strategy, Consumer<StrategyFiles> check) {
        var times = new long[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long start = System.nanoTime();
            check.accept(strategy);
            times[Math.max(0, i)] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-32s %5d ms %5d ms%n",
                what,
                times[ROUNDS / 2] / 1_000_000,
                times[ROUNDS - 1] / 1_000_000);
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
