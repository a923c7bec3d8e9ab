package io.dunlin.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.problem.Refusal;
import io.dunlin.strategy.StrategyConfig.Mode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A strategy folder is broken between one start and the next. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.AndNothingInIt.class)
class FilesThatDoNotCompileTest extends AFolder {
    @Test
    void theLastGoodVersionGoesOnAndTheFaultIsNamed() throws IOException {
        var good = started(Mode.DEVELOPMENT).status(NAME);
        assertThat(good.refused()).isEmpty();

        write(NAME, "10.drl", drl("propose( $i, KALL, \"late\" );"));
        for (var mode : Mode.values()) {
            var restarted = started(mode);

            var status = restarted.status(NAME);
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
    }

    @Test
    void withoutAnEarlierVersionItDecidesNothingAndSaysSo() throws IOException {
        Files.move(folder.resolve(NAME), folder.resolve("never"));
        write("never", "10.drl", "rule \"A1 broken\" when then");
        var started = started(Mode.PRODUCTION);
        assertThat(started.status("never").refused()).isNotEmpty();
        assertThatThrownBy(() -> started.decider("never"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no version that decides");
    }

    @Test
    void aFolderThatIsNotTextIsRefusedNotFatal() throws IOException {
        var good = started(Mode.PRODUCTION).live(NAME);
        Files.write(folder.resolve(NAME).resolve("20.drl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        var status = started(Mode.PRODUCTION).status(NAME);
        assertThat(status.refused()).isNotEmpty();
        assertThat(status.live()).isEqualTo(good);
    }
}
