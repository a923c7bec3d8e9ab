package io.dunlin.strategy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A guard and a strategy in a folder, and a database that knows neither. */
abstract class AFolder {
    static final String NAME = "brittle";

    @TempDir
    Path folder;

    @Inject
    EntityManager database;

    @Inject
    DataSource pool;

    @BeforeEach
    void aGuardAndAStrategy() throws IOException, SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate strategies, activations, challengers, strategy_versions, strategy_drafts, "
                    + "strategy_approvals, segments cascade");
        }
        write("guard", "strategy.yaml", "name: guard\npurpose: protects\n");
        write(NAME, "strategy.yaml", "name: brittle\npurpose: to be broken\nladder: [CALL]\n");
        write(NAME, "10.drl", drl("propose( $i, CALL, \"late\" );"));
    }

    AnInstance started(StrategyConfig.Mode mode) {
        return AnInstance.started(database, folder, mode);
    }

    static String drl(String consequence) {
        return """
                package brittle;

                rule "A1 call whoever is late"
                    @owner( collections )
                when
                    $i : Invoice( collectable > 0 )
                then
                    %s
                end
                """.formatted(consequence);
    }

    void write(String strategy, String file, String text) throws IOException {
        var path = folder.resolve(strategy).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
