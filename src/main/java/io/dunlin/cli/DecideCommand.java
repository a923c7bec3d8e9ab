package io.dunlin.cli;

import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.language.StrategyRefused;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PortfolioOptions options;

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

    @Option(
            names = "--next-evaluation",
            description = "Also find the first later day on which each answer would change; takes many times as long.")
    private boolean dates;

    @Override
    public Integer call() throws Exception {
        var decider = decider();
        var files = options.files();
        var day = day(files);
        options.refuseToOverwrite(files, Arrays.asList(strategy(), guard), output);
        try (var rejects = options.rejects();
                var sinks = new DecisionSinks(json ? spec.commandLine().getOut() : null, output);
                var read =
                        options.read(rejects, told -> UserCache.portfolios(null).open(files, day, told))) {
            var summary = new Summary(day, decider);
            try (var progress = progress(read)) {
                rejects.showing(progress);
                var book = read.book(day);
                var run = new Run(decider, read, book, dates, sinks.wantJson(), rejects);
                run.forEach(decided -> {
                    sinks.write(decided.decision(), decided.json());
                    summary.add(decided.decision());
                    if (!read.comesInPassing()) {
                        progress.at(summary.customers(), read.counts().customers());
                    }
                });
                sinks.finish();
                tellUnrated(run.unrated(), book);
            }
            if (!json) {
                summary.print(spec.commandLine().getOut(), read.counts());
                hint();
            }
            return rejects.count() == 0 ? 0 : 1;
        }
    }

    private Progress progress(Portfolio read) {
        return read.comesInPassing()
                ? options.progress("deciding", "KiB", 0)
                : options.progress("deciding", "customers", read.counts().customers());
    }

    private LocalDate day(PortfolioFiles files) throws Failure {
        var day = asOf == null ? files.folder().asOf() : asOf;
        if (day == null) {
            throw new Failure("say which day to decide for, such as --as-of 2026-06-30; the mapping names none");
        }
        return day;
    }

    private Decider decider() throws IOException, StrategyRefused, Failure {
        return Policies.decider(strategy(), guard);
    }

    private Path strategy() {
        var home = Path.of(System.getProperty("dunlin.home", "."));
        return strategy == null ? home.resolve("rules/standard") : strategy;
    }

    /** Not a fault, but whoever wonders why nobody is an A must find out. */
    private void tellUnrated(Set<String> currencies, Book book) {
        if (!currencies.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("no rate from " + String.join(", ", currencies) + " to "
                            + book.classes().currency()
                            + ", the currency of the size classes: who owes in it is neither A, B nor C"
                            + " (`rates` in the mapping)");
        }
    }

    private void hint() {
        if (output == null && !options.quiet()) {
            spec.commandLine().getErr().println("every decision with its reasons: --json, or --output FILE");
        }
    }
}
