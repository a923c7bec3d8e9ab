package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.generator.GeneratedPortfolioTest;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A signal in the middle of the work, to a process of its own: nothing half-done stays. Not that of Ctrl-C, which goes the same
 * way, because whoever runs these tests in the background has it ignored.
 */
class CancelledMidwayTest {
    @TempDir
    Path directory;

    private Path cache;
    private Path temporary;

    @BeforeEach
    void aPortfolioThatTakesAWhile() throws Exception {
        cache = Files.createDirectories(directory.resolve("cache"));
        temporary = Files.createDirectories(directory.resolve("tmp"));
        GeneratedPortfolioTest.write(1000, 31, directory.resolve("book"));
    }

    @Test
    void whileThePortfolioIsRead() throws Exception {
        interruptedWhen(name -> name.contains(".part-"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void whileItIsSimulated() throws Exception {
        interruptedWhen(name -> name.matches("[0-9a-f]{32}"));
        // What was read completely is good for the next time.
        assertThat(entries()).singleElement().asString().doesNotContain("part");
    }

    /** Beside them lies the file by which processes tell each other what they use. */
    private List<String> entries() throws IOException {
        return names(cache).stream().filter(name -> !name.equals("in-use")).toList();
    }

    /** Sends the signal as soon as something of this name appears in the cache. */
    private void interruptedWhen(Predicate<String> appears) throws Exception {
        try (var watch = FileSystems.getDefault().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var process = simulate();
            try {
                boolean seen = false;
                while (!seen) {
                    var key = watch.poll(2, TimeUnit.MINUTES);
                    assertThat(key).as("nothing is read").isNotNull();
                    seen = key.pollEvents().stream()
                            .anyMatch(event -> appears.test(event.context().toString()));
                    key.reset();
                }
                assertThat(process.isAlive()).as("still at work").isTrue();
                new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor()).isEqualTo(143);
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(names(directory)).containsExactly("book", "cache", "err", "tmp");
        assertThat(names(temporary)).as("of ours").noneMatch(name -> name.startsWith("dunlin"));
        assertThat(directory.resolve("err")).isEmptyFile();
    }

    private Process simulate() throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                // As ./dunlin does; newer Java warns of DuckDB otherwise.
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classes,
                "io.dunlin.cli.Main",
                "simulate",
                "--quiet",
                "--portfolio",
                directory.resolve("book").toString(),
                "--baseline",
                "rules/standard",
                "--candidate",
                "rules/relationship",
                "--from",
                "2025-07-01",
                "--to",
                "2026-06-30",
                "--plain",
                "--threads",
                "1",
                "--cache",
                cache.toString(),
                "--report",
                directory.resolve("report.html").toString(),
                "--changes",
                directory.resolve("changes.parquet").toString());
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("DUNLIN_CACHE", "off");
        return builder.start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
