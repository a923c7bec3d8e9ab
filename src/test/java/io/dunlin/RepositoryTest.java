package io.dunlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a stranger finds when he clones the repository. */
class RepositoryTest {
    /** Spelled so that this file is not a finding itself: a path of a machine it was written on, or a registry. */
    private static final Pattern MACHINE = Pattern.compile(
            "/[w]ork/|/[r]oot/|/[h]ome/[a-z]|/tmp/[b]ash_jobs|/tmp/[w]t/|repo[0-9]?\\.[m]aven|registry\\.[n]pmjs|deb\\.[d]ebian");

    private static final int MOST_LINES = 400;

    @Test
    void theReadmeStartsAndTestsWithCommandsThatExist() throws IOException {
        for (var section : List.of("Start", "Test")) {
            assertThat(firstBlock(section)).as(section).isNotEmpty().allSatisfy(RepositoryTest::exists);
        }
    }

    private static void exists(String line) {
        var command = line.split(" ")[0];
        if (command.startsWith("./")) {
            assertThat(Path.of(command)).isExecutable();
        } else {
            var found = Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                    .map(Path::of)
                    .anyMatch(folder -> Files.isExecutable(folder.resolve(command)));
            assertThat(found).as(command + " is on the PATH").isTrue();
        }
    }

    private static List<String> firstBlock(String section) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var block = Pattern.compile("(?ms)^## " + section + "$.*?^```\\w*\\n(.*?)^```$")
                .matcher(readme);
        assertThat(block.find()).as("a command block under " + section).isTrue();
        return block.group(1).lines().filter(line -> !line.isBlank()).toList();
    }

    @Test
    void noFileNamesTheMachineItWasWrittenOn() throws Exception {
        assertThat(committed())
                .filteredOn(file -> MACHINE.matcher(textOf(file)).find())
                .isEmpty();
    }

    @Test
    void everyFileIsOneIdea() throws Exception {
        assertThat(committed())
                .filteredOn(file -> file.startsWith("src/main/java"))
                .isNotEmpty()
                .filteredOn(file -> textOf(file).lines().count() > MOST_LINES)
                .isEmpty();
    }

    /** What is committed or about to be; without git (an unpacked archive), what a checkout would hold. */
    private static List<Path> committed() throws IOException, InterruptedException {
        if (!Files.exists(Path.of(".git"))) {
            return sources();
        }
        var git = new ProcessBuilder("git", "ls-files", "-co", "--exclude-standard")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var files = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).isZero();
        return files.lines().map(Path::of).filter(Files::isRegularFile).toList();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Empty for what is not text. */
    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
