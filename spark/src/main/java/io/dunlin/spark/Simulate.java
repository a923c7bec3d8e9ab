package io.dunlin.spark;

import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.language.StrategyRefused;
import io.dunlin.mapping.MappingException;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.vocabulary.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dunlin simulate} on a cluster: started by spark-submit, with the same options and the same result. */
@Command(
        name = "simulate",
        description = "Plays two strategies over a historical portfolio, on every machine of a Spark cluster.",
        mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
    @Option(
            names = "--portfolio",
            required = true,
            paramLabel = "FILE",
            description = "A file of invoices (CSV or Parquet), a directory of files, or a pattern.")
    Path portfolio;

    @Option(names = "--mapping", paramLabel = "FILE", description = "What the columns mean.")
    String mapping;

    @Option(names = "--baseline", required = true, paramLabel = "DIR", description = "The strategy as it is.")
    Path baseline;

    @Option(names = "--candidate", required = true, paramLabel = "DIR", description = "The strategy as it might be.")
    Path candidate;

    @Option(
            names = "--guard",
            paramLabel = "DIR",
            description = "The guard of both (default: `guard` beside each strategy).")
    Path guard;

    @Option(names = "--from", paramLabel = "DATE", description = "First day (default: the last, one day only).")
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the day the mapping names).")
    LocalDate to;

    @Option(names = "--capacity", paramLabel = "ROLE=N", description = "Steps a role can do in a day.")
    Map<Role, Integer> capacity = new EnumMap<>(Role.class);

    @Option(names = "--costs", paramLabel = "FILE", description = "What each action costs (default: rough figures).")
    Path costs;

    @Option(names = "--assumptions", paramLabel = "FILE", description = "What customers would have done, as chances.")
    Path assumptions;

    @Option(names = "--needless-days", paramLabel = "N", defaultValue = "3", description = "See dunlin simulate.")
    int needlessDays;

    @Option(
            names = "--effects",
            paramLabel = "N",
            defaultValue = "12",
            description = "Play each change by itself too if there are no more than N (default: 12; 0 for none).")
    int effects;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "For whatever is drawn by lot.")
    long seed;

    @Option(
            names = "--cache",
            required = true,
            paramLabel = "DIR",
            description = "Where the portfolio is kept as sorted Parquet; every machine of the cluster must see it.")
    Path cache;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "Into how many parts the customers are split (default: three per core). Does not change results.")
    Integer partitions;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "New directory for comparison.json and for the changes as Parquet.")
    String output;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Simulate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, result) -> {
                    line.getErr().println(inWords(problem));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    /** One sentence where the input is to blame; a defect or a lost cluster needs its trace. */
    private static String inWords(Exception problem) {
        var isToldInFull = problem instanceof StrategyRefused
                || problem instanceof SimulationRefused
                || problem instanceof AssumptionsRefused
                || problem instanceof UnreadableFile
                || problem instanceof MappingException
                || problem instanceof IOException;
        return isToldInFull ? String.valueOf(problem.getMessage()) : trace(problem);
    }

    private static String trace(Exception problem) {
        var text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public Integer call() throws Exception {
        // Master, memory and the like are said to spark-submit.
        try (var spark = SparkSession.builder().appName("dunlin simulate").getOrCreate()) {
            return new Cluster(spark, this).simulate() ? 0 : 1;
        }
    }
}
