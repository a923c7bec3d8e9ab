package io.dunlin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar, given to spark-submit; two workers, each a process of its own with its own copy of everything. */
class SparkSubmitIT {
    private static final Path HOME = Path.of("target", "spark-home").toAbsolutePath();
    private static final Path JAR =
            Path.of("target", "dunlin-spark-0.1.0-SNAPSHOT.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void twoWorkerProcessesComeToTheSame() throws Exception {
        var alone = new OnOneMachine(folder, 50);
        var submit = submit(alone.options("together"));
        assertThat(submit.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        alone.isTheSameAs("together");
    }

    /** What the script bin/spark-submit does, which is not among the jars. */
    private Process submit(String... options) throws Exception {
        var command = new ArrayList<>(List.of(java(), "-cp", HOME.resolve("jars") + File.separator + "*"));
        command.addAll(List.of(System.getProperty("opened").trim().split("\\s+")));
        command.add("org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", "local-cluster[2,1,1024]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
        command.addAll(List.of("--class", Simulate.class.getName(), JAR.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("spark-submit ended")
                    .isTrue();
            return process;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
