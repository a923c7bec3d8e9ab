package io.dunlin.cli;

import io.dunlin.assumption.Assumptions;
import io.dunlin.assumption.AssumptionsReader;
import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.engine.Decider;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.simulation.Ablation;
import io.dunlin.simulation.Basis;
import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Composer;
import io.dunlin.simulation.FastPlayer;
import io.dunlin.simulation.FileSource;
import io.dunlin.simulation.Gate;
import io.dunlin.simulation.PlainPlayer;
import io.dunlin.simulation.Player;
import io.dunlin.simulation.Prices;
import io.dunlin.simulation.PricesReader;
import io.dunlin.simulation.Settings;
import io.dunlin.simulation.Setup;
import io.dunlin.simulation.Simulation;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.simulation.Source;
import io.dunlin.simulation.Window;
import io.dunlin.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Plays two strategies over a historical portfolio and compares what they would have done.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PortfolioOptions options;

    @Option(names = "--baseline", required = true, paramLabel = "DIR", description = "The strategy as it is.")
    private Path baseline;

    @Option(names = "--candidate", required = true, paramLabel = "DIR", description = "The strategy as it might be.")
    private Path candidate;

    @Option(
            names = "--guard",
            paramLabel = "DIR",
            description = "The guard of both (default: `guard` beside each strategy).")
    private Path guard;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, such as 2026-01-01; the same as --to for a snapshot of one day.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the day the mapping names).")
    private LocalDate to;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as one HTML file.")
    private Path report;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = "Write every changed invoice: Parquet if the name ends in .parquet, else CSV.")
    private Path changes;

    @Option(names = "--json", description = "The whole comparison as one JSON document.")
    private boolean json;

    @Option(
            names = "--fail-if",
            paramLabel = "GATE",
            description = "Exit with 1 if this holds, such as 'changedInvoices > 5%%'; may be given several times.")
    private List<String> gates = List.of();

    @Option(
            names = "--capacity",
            paramLabel = "ROLE=N",
            description = "Steps a role can do in a day, such as COLLECTOR=40; may be given several times.")
    private Map<Role, Integer> capacity = new EnumMap<>(Role.class);

    @Option(names = "--costs", paramLabel = "FILE", description = "What each action costs (default: rough figures).")
    private Path costs;

    @Option(
            names = "--assumptions",
            paramLabel = "FILE",
            description =
                    "What customers would have done, as chances: draws cash, DSO and cost by lot, with intervals.")
    private Path assumptions;

    @Option(
            names = "--needless-days",
            paramLabel = "N",
            defaultValue = "3",
            description = "A letter is needless if all it names was paid so soon anyway (default: 3).")
    private int needlessDays;

    @Option(
            names = "--effects",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "Play each changed rule and number by itself too if there are no more than N of them (default: 12; 0 for none). Each costs as much as a strategy.")
    private int effects;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "For whatever is drawn by lot.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Does not change results.")
    private Integer threads;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where portfolios that were read are kept (default: $DUNLIN_CACHE, else ~/.cache/dunlin).")
    private Path cache;

    @Option(
            names = "--plain",
            description = "Decide every customer on every day, without the shortcuts: slower, the same result.")
    private boolean plain;

    @Override
    public Integer call() throws Exception {
        check();
        var conditions = new ArrayList<Gate>();
        for (var gate : gates) {
            conditions.add(gate(gate));
        }
        var prices = prices();
        var assumed = assumptions();
        var before = Policies.decider(baseline, guard);
        var after = Policies.decider(candidate, guard);
        var files = options.files();
        var window = window(files);
        options.refuseToOverwrite(
                files, Arrays.asList(baseline, candidate, guard, costs, assumptions), report, changes);
        var contents = Contents.of(files);
        try (var rejects = options.rejects();
                var outputs = new SimulationOutputs(report, changes);
                var read = options.read(
                        rejects, told -> UserCache.portfolios(cache).open(files, contents, told))) {
            var source = FileSource.of(read, files, contents);
            var settings = new Settings(needlessDays, Map.copyOf(capacity), prices, seed, assumed);
            var basis = Setup.of(source, window, before, after, settings);
            var comparison = run(basis, source, outputs, rejects);
            outputs.finish(comparison, command());
            if (json) {
                spec.commandLine().getOut().println(Json.text(comparison));
            } else {
                ComparisonTable.print(comparison, spec.commandLine().getOut());
            }
            // Who states gates decides what is a failure; rows left out are a measure among others then.
            return (conditions.isEmpty() ? rejects.count() > 0 : failed(conditions, comparison)) ? 1 : 0;
        }
    }

    /** As it was typed; without the folders of this machine, a report travels further than it. */
    private String command() {
        var words = new ArrayList<String>(List.of("dunlin"));
        for (var word : spec.commandLine().getParseResult().originalArgs()) {
            var bare = word.replaceFirst("(^|=)/(.*/)?", "$1");
            words.add(bare.matches("[A-Za-z0-9_=.,:+-]+") ? bare : "'" + bare + "'");
        }
        return String.join(" ", words);
    }

    private void check() {
        if (capacity.values().stream().anyMatch(steps -> steps < 0)) {
            throw new ParameterException(spec.commandLine(), "--capacity must not be negative");
        }
        if (needlessDays < 0 || (threads != null && threads < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--needless-days must not be negative, --threads must be 1 or more");
        }
    }

    private Comparison run(Basis basis, Source source, SimulationOutputs outputs, Rejects rejects)
            throws IOException, InterruptedException, SimulationRefused {
        var ablation = Ablation.between(basis.baseline(), basis.candidate(), effects);
        var simulation = new Simulation(
                basis,
                player(basis.baseline(), basis),
                player(basis.candidate(), basis),
                ablation.variants().stream()
                        .map(variant -> new Simulation.Alone(variant.what(), player(variant.decider(), basis)))
                        .toList(),
                threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        var all = source.extent().customers();
        try (var progress = options.progress("simulating", "customers", all)) {
            var tallies = simulation.run(source, new Watching(rejects, progress, all, outputs::take));
            return new Composer(basis, source, tallies, ablation.note()).compose();
        }
    }

    private Player player(Decider decider, Basis basis) {
        return plain
                ? new PlainPlayer(decider, basis.window(), basis.books())
                : new FastPlayer(decider, basis.window(), basis.books());
    }

    private boolean failed(List<Gate> conditions, Comparison comparison) {
        boolean failed = false;
        for (var gate : conditions) {
            var failure = gate.failure(comparison);
            if (failure != null) {
                spec.commandLine().getErr().println("failed: " + failure);
                failed = true;
            }
        }
        return failed;
    }

    /** A gate that cannot be understood must not look like one that failed. */
    private Gate gate(String text) {
        try {
            var gate = Gate.parse(text);
            if (gate.needsAssumptions() && assumptions == null) {
                throw new ParameterException(
                        spec.commandLine(), "`" + gate.text() + "` can only be told with --assumptions");
            }
            return gate;
        } catch (SimulationRefused e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Assumptions assumptions() throws IOException, AssumptionsRefused {
        return assumptions == null
                ? null
                : AssumptionsReader.read(String.valueOf(assumptions.getFileName()), Files.readString(assumptions));
    }

    private Prices prices() throws IOException, SimulationRefused {
        return costs == null ? PricesReader.standard() : PricesReader.read(Files.readString(costs));
    }

    private Window window(PortfolioFiles files) throws Failure {
        var last = to == null ? files.folder().asOf() : to;
        if (last == null) {
            throw new Failure("say which days to simulate, such as --from 2026-01-01 --to 2026-06-30");
        }
        if (from != null && from.isAfter(last)) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " lies after the last day, " + last);
        }
        return new Window(from == null ? last : from, last);
    }
}
