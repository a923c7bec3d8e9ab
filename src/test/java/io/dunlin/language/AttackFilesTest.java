package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody who may write strategy files tries to get more out of them than rules. */
class AttackFilesTest {
    @TempDir
    Path directory;

    static Stream<Path> attacks() {
        return Corpus.attacks().stream();
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(Corpus.attacks()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(Corpus.legitimate()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackIsRefusedWithItsFileAndLineAndWhatToWriteInstead(Path attack) throws IOException {
        var folder = Corpus.strategy(attack, directory, directory.resolve("marker"));
        assertThat(refusal(folder))
                .as(attack.toString())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.line()).isPositive())
                .allSatisfy(d -> assertThat(d.hint()).isNotBlank())
                .anySatisfy(d -> assertThat(d.file()).isEqualTo(Corpus.nameOf(attack)));
    }

    @AfterEach
    void nothingWasLeftBehind() {
        assertThat(directory.resolve("marker")).doesNotExist();
        assertThat(System.getProperty(ConfinementWitness.PROPERTY)).isNull();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("attack");
    }

    static Stream<Path> legitimate() {
        return Corpus.legitimate().stream();
    }

    @ParameterizedTest
    @MethodSource("legitimate")
    void whatIsARuleIsAccepted(Path file) throws Exception {
        var folder = Corpus.strategy(file, directory, directory.resolve("marker"));
        var compiled = StrategyCompiler.compile(StrategyFiles.read(folder));
        assertThat(compiled.rules()).isNotEmpty();
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() {
        for (var name : List.of(
                "../x.drl",
                "/etc/x.drl",
                "..\\x.drl",
                "a/b.drl",
                "scenarios/../x.yaml",
                ".hidden/x.drl",
                "x\0.drl",
                "x\n.drl",
                "C:x.drl",
                "con/x.drl",
                "x.drl ",
                "\u202Elrd.x.drl",
                "x".repeat(300) + ".drl",
                "x.class",
                "x.jar",
                "kmodule.xml",
                "META-INF/services/x",
                "")) {
            var files = new java.util.TreeMap<>(java.util.Map.of(StrategyFiles.MANIFEST, Corpus.MANIFEST, name, ""));
            assertThat(StrategyCompiler.parse(new StrategyFiles("test", files)).diagnostics())
                    .as(name)
                    .anySatisfy(d -> {
                        assertThat(d.severity()).isEqualTo(Diagnostic.Severity.ERROR);
                        assertThat(d.message()).contains("cannot be the name of a strategy's file");
                        assertThat(d.message() + d.file()).doesNotContain("\0", "\n", "\u202E");
                        assertThat(d.hint()).isNotBlank();
                    });
        }
    }

    @Test
    void aStrategyIsNamedLikeAFolderNotLikeAPath() {
        for (var name : List.of("../guard", "/", "..", "a/b", "\0", "", "x".repeat(100))) {
            var manifest = Corpus.MANIFEST.replace("name: test", "name: \"" + name.replace("\0", "") + "\"");
            var files = new java.util.TreeMap<>(java.util.Map.of(StrategyFiles.MANIFEST, manifest));
            assertThat(StrategyCompiler.parse(new StrategyFiles(name, files)).hasErrors())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
        var secret = Files.writeString(directory.resolve("secret.drl"), "the secret");
        var folder = Corpus.strategy(Corpus.legitimate().get(0), directory, secret);
        Files.createSymbolicLink(folder.resolve("x.drl"), secret);
        Files.createSymbolicLink(folder.resolve("y.csv"), Path.of("/etc/passwd"));
        Files.createDirectory(folder.resolve("z.drl"));
        assertThat(refusal(folder)).extracting(Diagnostic::file).containsExactlyInAnyOrder("x.drl", "y.csv", "z.drl");
        assertThat(refusal(folder).toString()).doesNotContain("the secret", "root:");
    }

    /** Orchestrators mount configuration this way. */
    @Test
    void aLinkInsideTheFolderIsFollowed() throws Exception {
        var folder = Corpus.strategy(Corpus.legitimate().get(0), directory, directory);
        var name = Corpus.nameOf(Corpus.legitimate().get(0));
        Files.createDirectory(folder.resolve("..data"));
        Files.move(folder.resolve(name), folder.resolve("..data").resolve(name));
        Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
        assertThat(StrategyFiles.read(folder).files()).containsKey(name);
    }

    private static List<Diagnostic> refusal(Path folder) throws IOException {
        try {
            var compiled = StrategyCompiler.compile(StrategyFiles.read(folder));
            throw new AssertionError("accepted: " + compiled.rules());
        } catch (StrategyUnreadable e) {
            return e.diagnostics();
        } catch (StrategyRefused e) {
            return e.diagnostics();
        }
    }
}
