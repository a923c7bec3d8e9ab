package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each diagnostic by a file with exactly that fault, and one that comes near and has none. The first line of the former says
 * where the fault is found, and with which hint.
 */
class EachDiagnosticTest {
    private static final Path CORPUS = Path.of("src/test/resources/diagnostics");

    static Stream<String> cases() throws IOException {
        try (var folders = Files.list(CORPUS)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFaultIsFoundWhereItIsAndNothingElse(String name) {
        var found = Checks.of(strategy(name, "fault")).diagnostics();
        assertThat(found).as(found.toString()).extracting(Diagnostic::code).containsExactly(code(name));
        var finding = found.get(0);
        assertThat(finding.severity()).isEqualTo(severity(finding.code()));
        assertThat(place(name)).startsWith(finding.line() + ":" + finding.column());
        if (place(name).contains(" ")) {
            assertThat(finding.hint()).isEqualTo(place(name).replaceFirst("\\S+ ", ""));
        }
    }

    /** As the manager's guide says: an error keeps it from going live, a warning does not, a note asks for nothing. */
    private static Severity severity(Code code) {
        return switch (code) {
            case UNUSED_PARAMETER,
                    NEVER_FIRES,
                    NEVER_WINS,
                    TIE,
                    UNCOVERED,
                    SAME_RULE,
                    REDUNDANT_CONDITION,
                    SLOW_CONDITION,
                    NOTHING_TO_ACCEPT -> Severity.WARNING;
            case UNDECIDED -> Severity.INFO;
            default -> Severity.ERROR;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatComesNearIsNoFault(String name) {
        assertThat(Checks.of(strategy(name, "near-miss")).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFourThatNeedAWitnessHaveOne(String name) {
        var finding = Checks.of(strategy(name, "fault")).diagnostics().get(0);
        switch (finding.code()) {
            case NEVER_FIRES, NEVER_WINS, TIE, UNCOVERED ->
                assertThat(finding.witness()).isNotEmpty();
            default -> assertThat(finding.witness()).isNull();
        }
    }

    @Test
    void noDiagnosticIsWithoutItsFile() throws IOException {
        assertThat(cases().map(EachDiagnosticTest::code).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Code.values()));
    }

    private static Code code(String name) {
        return Code.valueOf(name.split("-")[0]);
    }

    private static String place(String name) {
        var file = Stream.of("fault.drl", "fault.yaml")
                .map(CORPUS.resolve(name)::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return read(file).lines().findFirst().orElseThrow().replaceFirst("(//|#) ", "");
    }

    private static StrategyFiles strategy(String name, String version) {
        var folder = CORPUS.resolve(name);
        var files = new TreeMap<String, String>();
        files.put(StrategyFiles.MANIFEST, read(first(folder.resolve(version + ".yaml"), own(folder, "strategy.yaml"))));
        files.put("base.drl", read(own(folder, "base.drl")));
        var rules = folder.resolve(version + ".drl");
        if (Files.exists(rules)) {
            files.put("rules.drl", read(rules));
        }
        return new StrategyFiles("tiny", files);
    }

    private static Path own(Path folder, String file) {
        return first(folder.resolve(file), CORPUS.resolve(file));
    }

    private static Path first(Path wanted, Path otherwise) {
        return Files.exists(wanted) ? wanted : otherwise;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
