package io.dunlin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.assumption.AssumptionsReader;
import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.DebtorDraft;
import io.dunlin.engine.Decider;
import io.dunlin.generator.Generator;
import io.dunlin.generator.PortfolioWriter;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.mapping.Reject;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.Listener;
import io.dunlin.portfolio.PortfolioCache;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.report.ChangesFile;
import io.dunlin.simulation.Ablation;
import io.dunlin.simulation.Change;
import io.dunlin.simulation.Composer;
import io.dunlin.simulation.FileSource;
import io.dunlin.simulation.PlainPlayer;
import io.dunlin.simulation.PricesReader;
import io.dunlin.simulation.Settings;
import io.dunlin.simulation.Setup;
import io.dunlin.simulation.Simulation;
import io.dunlin.simulation.Watcher;
import io.dunlin.simulation.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBDriver;

/** A small generated portfolio and its simulation without Spark, to hold a cluster's against. */
final class OnOneMachine {
    static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    static final LocalDate TO = LocalDate.of(2026, 5, 15);

    private static final Path ASSUMPTIONS = Path.of("src", "test", "resources", "chances.yaml");

    final Path folder;
    final Path portfolio;

    OnOneMachine(Path folder, int customers) throws Exception {
        this.folder = folder;
        this.portfolio = folder.resolve("book");
        try (var writer = new PortfolioWriter(portfolio)) {
            var number = new AtomicInteger();
            Generator.accounts(customers, 7, Generator.AS_OF)
                    .map(account -> linked(account, number.getAndIncrement()))
                    .forEach(writer::write);
            writer.finish("generated", Generator.AS_OF, Generator.rates());
        }
    }

    /** Two of five are a group; a third is paid for by one of them. */
    private static Account linked(Account account, int number) {
        var group = number % 5 < 2 ? "G" + number / 5 : null;
        var payer = number % 5 == 2 ? "C%07d".formatted(number) : null;
        return AccountDraft.of(account)
                .customer(DebtorDraft.of(account.customer())
                        .group(group)
                        .payer(payer)
                        .debtor())
                .account();
    }

    String[] options(String output) {
        return new String[] {
            "--portfolio", portfolio.toString(),
            "--baseline", rules("standard").toString(),
            "--candidate", rules("small-business").toString(),
            "--from", FROM.toString(),
            "--to", TO.toString(),
            "--cache", folder.resolve("cache").toString(),
            "--assumptions", ASSUMPTIONS.toString(),
            "--output", folder.resolve(output).toString()
        };
    }

    static Path rules(String strategy) {
        return Path.of("..", "rules", strategy);
    }

    /** Simulates and says in which respects the cluster's output is another one. */
    void isTheSameAs(String output) throws Exception {
        var changes = ChangesFile.forParquet(folder.resolve("changes.csv"));
        var comparison = Cluster.JSON.readTree(simulate(changes));
        changes.copyTo(folder.resolve("changes.parquet"));

        var other = Cluster.JSON.readTree(
                folder.resolve(output).resolve("comparison.json").toFile());
        assertThat(other).isEqualTo(comparison);
        assertThat(comparison.path("changedInvoices").asLong()).isPositive();
        assertThat(comparison.path("assumed").path("customers").asLong()).isPositive();
        var rows = rows(folder.resolve("changes.parquet").toString());
        assertThat(rows).hasSize(comparison.path("changedInvoices").asInt());
        assertThat(rows(folder.resolve(output) + "/changes/*.parquet")).isEqualTo(rows);
    }

    private String simulate(ChangesFile changes) throws Exception {
        var files = PortfolioFiles.of(portfolio, null);
        var contents = Contents.of(files);
        try (var read = new PortfolioCache(folder.resolve("own-cache")).open(files, contents, new Nobody())) {
            var source = FileSource.of(read, files, contents);
            var assumptions = AssumptionsReader.read("chances.yaml", Files.readString(ASSUMPTIONS));
            var settings = new Settings(3, Map.of(), PricesReader.standard(), 1, assumptions);
            var basis =
                    Setup.of(source, new Window(FROM, TO), decider("standard"), decider("small-business"), settings);
            var simulation = new Simulation(
                    basis,
                    new PlainPlayer(basis.baseline(), basis.window(), basis.books()),
                    new PlainPlayer(basis.candidate(), basis.window(), basis.books()),
                    List.of(),
                    2);
            var tallies = simulation.run(source, new Following(changes));
            return Cluster.JSON.writeValueAsString(new Composer(
                            basis,
                            source,
                            tallies,
                            Ablation.between(basis.baseline(), basis.candidate(), 12)
                                    .note())
                    .compose());
        }
    }

    private static Decider decider(String strategy) throws Exception {
        return new Decider(
                StrategyCompiler.compile(StrategyFiles.read(rules(strategy))),
                StrategyCompiler.compile(StrategyFiles.read(rules("guard"))));
    }

    private static List<String> rows(String parquet) throws SQLException {
        var rows = new ArrayList<String>();
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement();
                var result = statement.executeQuery(
                        "SELECT c::VARCHAR FROM read_parquet('" + parquet + "') c ORDER BY customer, invoice")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private record Following(ChangesFile changes) implements Watcher {
        @Override
        public void leftOut(String sentence) {}

        @Override
        public void changed(List<Change> some) throws IOException {
            some.forEach(changes::write);
        }

        @Override
        public void progress(long customersDone) {}
    }

    private static final class Nobody implements Listener {
        @Override
        public void reject(Path file, Reject reject) {}

        @Override
        public void progress(long bytesDone, long bytesInAll) {}
    }
}
