package io.dunlin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark inside this process, two workers. */
class SameAsOnOneMachineTest {
    @TempDir
    Path folder;

    @Test
    void twoWorkersComeToTheSameRowsAndTheSameSums() throws Exception {
        var alone = new OnOneMachine(folder, 200);
        assertThat(Simulate.run(alone.options("together"))).isZero();
        alone.isTheSameAs("together");
    }

    @Test
    void intoHowManyPartsTheCustomersAreSplitCannotBeSeen() throws Exception {
        var alone = new OnOneMachine(folder, 30);
        for (var parts : List.of("1", "7")) {
            var options = new ArrayList<>(List.of(alone.options("in-" + parts)));
            options.addAll(List.of("--partitions", parts));
            assertThat(Simulate.run(options.toArray(String[]::new))).isZero();
        }
        assertThat(folder.resolve("in-1/comparison.json"))
                .hasSameTextualContentAs(folder.resolve("in-7/comparison.json"));
    }

    @Test
    void anOutputThatIsThereAlreadyIsNotTouched() throws Exception {
        var alone = new OnOneMachine(folder, 3);
        Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve("precious"), "x");
        assertThat(Simulate.run(alone.options("mine"))).isEqualTo(1);
        assertThat(folder.resolve("mine/precious")).hasContent("x");
    }

    @Test
    void whatCannotBeSimulatedLeavesNothingBehind() throws Exception {
        var alone = new OnOneMachine(folder, 3);
        var options = new ArrayList<>(List.of(alone.options("none")));
        options.set(options.indexOf("--to") + 1, "2020-01-01");
        assertThat(Simulate.run(options.toArray(String[]::new))).isEqualTo(1);
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(Simulate.run("--portfolio", "x")).isEqualTo(2);
    }
}
