package io.dunlin.strategy;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.engine.Decider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Another instance of the service, as far as strategies go: with a folder of its own, on the same database. */
final class AnInstance implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    final Strategies strategies;
    final Overview overview;
    final Folders folders;
    private final Watch watch;

    private record Config(Path folder, String standard, Mode mode, Duration pollEvery) implements StrategyConfig {}

    private AnInstance(EntityManager database, DataSource pool, Config config) {
        var versions = new CompiledVersions();
        folders = new Folders(config, new Moves(database), Clock.systemUTC());
        strategies = new Strategies(
                folders, new LiveReader(database, versions, config), versions, new SimpleMeterRegistry());
        overview = new Overview(strategies, folders);
        watch = new Watch(strategies, pool, config);
    }

    /** Started, but listening to nobody. */
    static AnInstance started(EntityManager database, Path folder, StrategyConfig.Mode mode) {
        var instance = new AnInstance(database, null, new Config(folder, "standard", mode, Duration.ofHours(1)));
        instance.strategies.start();
        return instance;
    }

    /** Started and listening; looks by itself only as often as said. */
    static AnInstance watching(EntityManager database, DataSource pool, Duration pollEvery) {
        var config = new Config(Path.of("rules"), "standard", StrategyConfig.Mode.PRODUCTION, pollEvery);
        var instance = new AnInstance(database, pool, config);
        instance.watch.start(null);
        return instance;
    }

    Status status(String name) {
        return overview.one(name);
    }

    String live(String name) {
        return status(name).live();
    }

    Decider decider(String name) {
        return strategies.decider(name, Account.of(Debtor.of("C", "Amsel", "DE"), List.of()), DAY);
    }

    @Override
    public void close() {
        watch.stop(null);
    }
}
