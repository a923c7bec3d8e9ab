package io.dunlin.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.TestDatabase;
import io.dunlin.problem.Refusal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy folder is broken between one start and the next. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FilesThatDoNotCompileTest {
    private static final String NAME = "brittle";

    @TempDir
    Path folder;

    @BeforeEach
    void aGuardAndAStrategy() throws IOException {
        write("guard", "strategy.yaml", "name: guard\npurpose: protects\n");
        write(NAME, "strategy.yaml", "name: brittle\npurpose: to be broken\nladder: [CALL]\n");
        write(NAME, "10.drl", drl("propose( $i, CALL, \"late\" );"));
    }

    @Test
    void theLastGoodVersionGoesOnAndTheFaultIsNamed() throws IOException {
        var good =
                started().statuses().stream().filter(this::isOurs).findFirst().orElseThrow();
        assertThat(good.refused()).isEmpty();

        write(NAME, "10.drl", drl("propose( $i, KALL, \"late\" );"));
        var restarted = started();

        var status =
                restarted.statuses().stream().filter(this::isOurs).findFirst().orElseThrow();
        assertThat(status.live()).isEqualTo(good.live());
        assertThat(restarted.decider(NAME).strategy().version()).isEqualTo(good.live());
        assertThat(status.refused()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("10.drl");
            assertThat(fault.line()).isEqualTo(8);
            assertThat(fault.rule()).isEqualTo("A1");
            assertThat(fault.message()).contains("KALL");
            assertThat(fault.hint()).contains("CALL");
        });
    }

    @Test
    void withoutAnEarlierVersionItDecidesNothingAndSaysSo() throws IOException {
        Files.move(folder.resolve(NAME), folder.resolve("never"));
        write("never", "10.drl", "rule \"A1 broken\" when then");
        var started = started();
        assertThatThrownBy(() -> started.decider("never"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has errors and no earlier version");
    }

    @Test
    void aFolderThatIsNotTextIsRefusedNotFatal() throws IOException {
        Files.write(folder.resolve(NAME).resolve("20.drl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(started().statuses())
                .filteredOn(this::isOurs)
                .singleElement()
                .satisfies(status -> assertThat(status.refused()).isNotEmpty());
    }

    private boolean isOurs(Status status) {
        return status.name().equals(NAME);
    }

    private Strategies started() {
        var config = new StrategyConfig() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public String standard() {
                return NAME;
            }
        };
        var strategies = new Strategies(config, Clock.systemUTC());
        strategies.start(null);
        return strategies;
    }

    private static String drl(String consequence) {
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

    private void write(String strategy, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(strategy));
        Files.writeString(folder.resolve(strategy).resolve(file), text);
    }
}
