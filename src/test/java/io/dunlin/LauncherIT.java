package io.dunlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dunlin} as a script: it is called from anywhere, and answers in a way that other scripts understand. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("dunlin").toAbsolutePath();

    @TempDir
    private Path elsewhere;

    @Test
    void helpIsDataAndGood() throws Exception {
        var answer = call(LAUNCHER, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("serve", "decide", "import", "generate");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void anUnknownVerbIsAUsageError() throws Exception {
        var answer = call(LAUNCHER, "frobnicate");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("frobnicate");
    }

    @Test
    void itIsFoundThroughALinkFromAnotherFolder() throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("dn"), LAUNCHER);
        assertThat(call(link, "--help")).isEqualTo(call(LAUNCHER, "--help"));
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        var answer = callWith(elsewhere, LAUNCHER, "--help");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("dunlin: Java is missing: install a JDK, version 17 or newer");
    }

    private Answer call(Path launcher, String... arguments) throws IOException, InterruptedException {
        return callWith(Path.of(System.getProperty("java.home")), launcher, arguments);
    }

    private Answer callWith(Path javaHome, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var out = elsewhere.resolve("out").toFile();
        var err = elsewhere.resolve("err").toFile();
        var builder = new ProcessBuilder(command).directory(elsewhere.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        var code = builder.redirectOutput(out).redirectError(err).start().waitFor();
        return new Answer(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private record Answer(int code, String out, String err) {}
}
