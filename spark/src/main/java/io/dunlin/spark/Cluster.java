package io.dunlin.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.assumption.Assumptions;
import io.dunlin.assumption.AssumptionsReader;
import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.mapping.Reject;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.Listener;
import io.dunlin.portfolio.PortfolioCache;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.simulation.Ablation;
import io.dunlin.simulation.Basis;
import io.dunlin.simulation.Comparison;
import io.dunlin.simulation.Composer;
import io.dunlin.simulation.FileSource;
import io.dunlin.simulation.Orders;
import io.dunlin.simulation.Packed;
import io.dunlin.simulation.Prices;
import io.dunlin.simulation.PricesReader;
import io.dunlin.simulation.Settings;
import io.dunlin.simulation.Setup;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.simulation.Tallies;
import io.dunlin.simulation.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The driver's part: reads and checks the portfolio once, tells every machine what to do, adds up what they send back. The
 * customers are split by a hash of the first id of their family; to which part one belongs cannot show in the result.
 */
final class Cluster {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int PARTS_PER_CORE = 3;
    private static final StructType MEMBERS =
            new StructType().add("customer", DataTypes.StringType).add("head", DataTypes.StringType);

    private final SparkSession spark;
    private final Simulate options;

    Cluster(SparkSession spark, Simulate options) {
        this.spark = spark;
        this.options = options;
    }

    /** @return false where rows or customers were left out, as the command line says it */
    boolean simulate() throws Exception {
        var output = new org.apache.hadoop.fs.Path(options.output);
        var files = output.getFileSystem(spark.sparkContext().hadoopConfiguration());
        if (files.exists(output)) {
            throw new IOException("`" + output + "` is there already; name a new directory with --output");
        }
        var before = decider(options.baseline);
        var after = decider(options.candidate);
        var portfolio = PortfolioFiles.of(options.portfolio, options.mapping);
        var contents = Contents.of(portfolio);
        var cache = new PortfolioCache(options.cache);
        boolean finished = false;
        try (var read = cache.open(portfolio, contents, new Told())) {
            var source = FileSource.of(read, portfolio, contents);
            var settings = new Settings(
                    options.needlessDays, Map.copyOf(options.capacity), prices(), options.seed, assumptions());
            var basis = Setup.of(source, window(portfolio), before, after, settings);
            var note = Ablation.between(before, after, options.effects).note();
            var parts = parts(cache.facts(portfolio, contents), basis, read.heads());
            var tallies = new Tallies();
            parts.filter(Outcome::isTallies).collect().forEach(part -> tallies.merge(Packed.tallies(part.tallies())));
            var leftOut = parts.filter(Outcome::isLeftOut).collect();
            leftOut.forEach(part -> System.err.println(part.leftOut()));
            Changes.write(parts.filter(Outcome::isChange), spark, output + "/changes");
            write(files, output, new Composer(basis, source, tallies, note).compose());
            finished = true;
            return leftOut.isEmpty() && source.extent().rejected() == 0;
        } finally {
            if (!finished) {
                files.delete(output, true);
            }
        }
    }

    /** Kept until the changes are written: nobody wants to play everything twice. */
    private JavaRDD<Outcome> parts(Path facts, Basis basis, Map<String, String> heads) {
        var number = options.partitions == null
                ? spark.sparkContext().defaultParallelism() * PARTS_PER_CORE
                : options.partitions;
        return spark.read()
                .parquet(facts.toAbsolutePath().toUri().toString())
                .select("customer", "kind", "file", "line", "body")
                .join(families(heads), new String[] {"customer"}, "left")
                .withColumn("head", coalesce(col("head"), col("customer")))
                .repartition(number, col("head"))
                .sortWithinPartitions("head", "customer", "kind", "file", "line")
                .toJavaRDD()
                .mapPartitions(new Part(Orders.of(basis, options.effects).packed()))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private Dataset<Row> families(Map<String, String> heads) {
        var rows = heads.entrySet().stream()
                .map(member -> RowFactory.create(member.getKey(), member.getValue()))
                .toList();
        return spark.createDataFrame(rows, MEMBERS);
    }

    private static void write(FileSystem files, org.apache.hadoop.fs.Path output, Comparison comparison)
            throws IOException {
        var path = new org.apache.hadoop.fs.Path(output, "comparison.json");
        try (var out = files.create(path, false)) {
            out.write(JSON.writeValueAsString(comparison).getBytes(StandardCharsets.UTF_8));
        }
        System.out.println(path + ": " + comparison.changedInvoices() + " of "
                + comparison.inPlay().count() + " invoices changed, result "
                + comparison.manifest().resultSha256());
    }

    private Decider decider(Path strategy) throws IOException, StrategyRefused {
        var beside = strategy.toAbsolutePath().normalize().resolveSibling(StrategyCompiler.GUARD);
        return new Decider(compile(strategy), compile(options.guard == null ? beside : options.guard));
    }

    private static Compiled compile(Path directory) throws IOException, StrategyRefused {
        if (!Files.isRegularFile(directory.resolve(StrategyFiles.MANIFEST))) {
            throw new IOException("`" + directory + "` is not a strategy: it has no " + StrategyFiles.MANIFEST);
        }
        return StrategyCompiler.compile(StrategyFiles.read(directory));
    }

    private Assumptions assumptions() throws IOException, AssumptionsRefused {
        var file = options.assumptions;
        if (file == null) {
            return null;
        }
        return AssumptionsReader.read(String.valueOf(file.getFileName()), Files.readString(file));
    }

    private Prices prices() throws IOException, SimulationRefused {
        return options.costs == null ? PricesReader.standard() : PricesReader.read(Files.readString(options.costs));
    }

    private Window window(PortfolioFiles portfolio) throws SimulationRefused {
        var last = options.to == null ? portfolio.folder().asOf() : options.to;
        if (last == null) {
            throw new SimulationRefused("say which days to simulate, such as --from 2026-01-01 --to 2026-06-30");
        }
        return new Window(options.from == null ? last : options.from, last);
    }

    /** Rows that cannot be used are told one by one, as the command line does. */
    private static final class Told implements Listener {
        @Override
        public void reject(Path file, Reject reject) {
            System.err.println(file.getFileName() + ": " + reject);
        }

        @Override
        public void progress(long bytesDone, long bytesInAll) {
            // Spark shows how far it is
        }
    }
}
