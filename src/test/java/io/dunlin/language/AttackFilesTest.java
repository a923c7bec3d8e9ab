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
        assertThat(Corpus.attacks()).hasSizeGreaterThanOrEqualTo(400);
        assertThat(Corpus.legitimate()).hasSizeGreaterThanOrEqualTo(55);
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
                .allSatisfy(d -> assertThat(d.message()).hasSizeLessThan(310).doesNotContainPattern("\\p{Cntrl}"))
                .allSatisfy(d -> assertThat(d.message())
                        .doesNotContain("no viable alternative", "mismatched input", "extraneous input", "DRL_RHS"))
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
                "con.drl",
                "NUL.md",
                "aux.rules.drl",
                "scenarios/COM1.yaml",
                "lpt9.csv",
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

    /** The grammar would let the annotation above swallow the conditions, and blame that. */
    @Test
    void aMistakeInTheConditionsIsToldWhereItIs() {
        for (var file : List.of("empty-between-commas", "short-hand-and", "comment-in-a-name", "not-as-a-word")) {
            var path = Corpus.ROOT.resolve("attacks/condition/" + file + ".drl");
            assertThat(parsed(path))
                    .filteredOn(d -> d.file().equals(Corpus.nameOf(path)))
                    .singleElement()
                    .satisfies(d -> assertThat(d.line()).isEqualTo(8))
                    .satisfies(d -> assertThat(d.column()).isGreaterThan(19))
                    .satisfies(d -> assertThat(d.message()).endsWith("cannot be read"));
        }
    }

    private List<Diagnostic> parsed(Path file) {
        try {
            return refusal(Corpus.strategy(file, directory, directory.resolve("marker")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStrategyIsNamedLikeAFolderNotLikeAPath() {
        for (var name : List.of("../guard", "/", "..", "a/b", "\0", "", "con", "Nul", "x".repeat(100))) {
            var manifest = Corpus.MANIFEST.replace("name: test", "name: \"" + name.replace("\0", "") + "\"");
            var files = new java.util.TreeMap<>(java.util.Map.of(StrategyFiles.MANIFEST, manifest));
            assertThat(StrategyCompiler.parse(new StrategyFiles(name, files)).hasErrors())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void filesThatAreOneFileOnOtherMachinesAreRefused() {
        var files = new java.util.TreeMap<>(java.util.Map.of(StrategyFiles.MANIFEST, Corpus.MANIFEST));
        files.put("a.md", "");
        assertThat(StrategyCompiler.parse(new StrategyFiles("test", files)).hasErrors())
                .isFalse();
        files.put("A.md", "");
        assertThat(StrategyCompiler.parse(new StrategyFiles("test", files)).diagnostics())
                .anySatisfy(
                        d -> assertThat(d.message()).isEqualTo("`a.md` differs from another file in capitals only"));
    }

    /** Programs put it there unasked and nobody sees it; the file is the same with and without. */
    @Test
    void aByteOrderMarkAtTheBeginningMeansNothing() {
        var with = new StrategyFiles("test", new java.util.TreeMap<>(java.util.Map.of("strategy.yaml", "\uFEFFa: b")));
        var without = new StrategyFiles("test", new java.util.TreeMap<>(java.util.Map.of("strategy.yaml", "a: b")));
        assertThat(with).isEqualTo(without);
        assertThat(with.version()).isEqualTo(without.version());
    }

    @Test
    void aVersionIsNamesAndContentsAndNotHowLinesEnd() {
        assertThat(version("a.md", "one\r\ntwo\r\n")).isEqualTo(version("a.md", "one\ntwo\n"));
        assertThat(version("a.md", "one\ntwo\n"))
                .isNotEqualTo(version("b.md", "one\ntwo\n"))
                .isNotEqualTo(version("a.md", "one\ntwo"));
    }

    private static String version(String file, String text) {
        return new StrategyFiles("test", new java.util.TreeMap<>(java.util.Map.of(file, text))).version();
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
