package io.dunlin.cli;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCache;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "decide",
        description = "Decides the next best action for every customer and invoice of a portfolio in files.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--portfolio",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file of invoices, or a directory of CSV files.")
    private Path portfolio;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "What the columns mean: a mapping file or the name of one that comes with Dunlin, such as ibm-late-payments. A directory may bring its own mapping.yaml.")
    private String mapping;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day to decide for, such as 2026-06-30; by default the one the mapping names.")
    private LocalDate asOf;

    @Option(
            names = "--strategy",
            paramLabel = "DIR",
            description = "Directory of the strategy (default: the standard one).")
    private Path strategy;

    @Option(
            names = "--guard",
            paramLabel = "DIR",
            description = "Directory of the guard (default: `guard` beside the strategy).")
    private Path guard;

    @Option(names = "--json", description = "Every decision as one line of JSON.")
    private boolean json;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write every decision to a file: CSV if it ends in .csv, else a line of JSON each.")
    private Path output;

    @Option(names = "--rejects", paramLabel = "FILE", description = "List every row and customer left out, and why.")
    private Path rejectsFile;

    @Option(
            names = "--next-evaluation",
            description = "Also find the first later day on which each answer would change; takes many times as long.")
    private boolean dates;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        var decider = decider();
        var files = PortfolioFiles.of(portfolio, mapping);
        var day = day(files);
        var err = spec.commandLine().getErr();
        try (var rejects = new Rejects(err, rejectsFile);
                var read = read(files, day, rejects)) {
            var summary = new Summary(day, decider);
            try (var sinks = new DecisionSinks(json ? spec.commandLine().getOut() : null, output);
                    var progress =
                            new Progress("deciding", "customers", read.counts().customers(), err, quiet)) {
                new Run(decider, read, read.book(day), dates, sinks.wantJson(), rejects).forEach(decided -> {
                    sinks.write(decided.decision(), decided.json());
                    summary.add(decided.decision());
                    progress.at(summary.customers(), read.counts().customers());
                });
                sinks.finish();
            }
            if (!json) {
                summary.print(spec.commandLine().getOut(), read.counts());
                hint();
            }
            return rejects.count() == 0 ? 0 : 1;
        }
    }

    private Portfolio read(PortfolioFiles files, LocalDate day, Rejects rejects) throws Exception {
        try (var progress = new Progress("reading", "KiB", 0, spec.commandLine().getErr(), quiet)) {
            rejects.showing(progress);
            return UserCache.portfolios(null).open(files, day, rejects);
        }
    }

    private LocalDate day(PortfolioFiles files) throws Failure {
        var day = asOf == null ? files.folder().asOf() : asOf;
        if (day == null) {
            throw new Failure("say which day to decide for, such as --as-of 2026-06-30; the mapping names none");
        }
        return day;
    }

    private Decider decider() throws IOException, StrategyRefused, Failure {
        var home = Path.of(System.getProperty("dunlin.home", "."));
        var chosen = strategy == null ? home.resolve("rules/standard") : strategy;
        var beside = chosen.toAbsolutePath().normalize().resolveSibling(StrategyCompiler.GUARD);
        var cache = UserCache.strategies();
        var compiled = compile(chosen, cache);
        if (guard == null && !Files.isDirectory(beside)) {
            throw new Failure("there is no guard beside the strategy (`" + beside + "`); name one with --guard");
        }
        return new Decider(compiled, compile(guard == null ? beside : guard, cache));
    }

    private static Compiled compile(Path directory, StrategyCache cache) throws IOException, StrategyRefused, Failure {
        if (!Files.isRegularFile(directory.resolve(StrategyFiles.MANIFEST))) {
            throw new Failure("`" + directory + "` is not a strategy: it has no " + StrategyFiles.MANIFEST);
        }
        return cache.compile(StrategyFiles.read(directory));
    }

    private void hint() {
        if (output == null && !quiet) {
            spec.commandLine().getErr().println("every decision with its reasons: --json, or --output FILE");
        }
    }
}
