package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Diagnostic.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are too long to keep beside the others, made to keep the service busy or to fill its memory. */
class ExplodingFilesTest {
    private static final String HEAD = "package test;\n\nimport io.dunlin.vocabulary.*;\n\n";
    private static final String TABLE = "rule,title,owner,daysOverdue >=,action,reason\n";

    static Stream<Arguments> explosions() {
        return Stream.of(
                of("x.drl", HEAD + "// " + "x".repeat(10_000_000)),
                of("x.drl", HEAD + rule("( ".repeat(200_000) + "onPlan" + " )".repeat(200_000), "x")),
                of("x.drl", HEAD + rule("id == '\"' || " + "( ".repeat(9_000) + "onPlan" + " )".repeat(9_000), "x")),
                of(
                        "x.drl",
                        HEAD + "@a( '\"' " + "(".repeat(30_000) + ")".repeat(30_000) + " '\"' )\n"
                                + rule("onPlan", "x")),
                of("x.drl", HEAD + rule("daysOverdue > 3" + " || daysOverdue > 4".repeat(24_000), "x")),
                of("x.drl", HEAD + numbered(60, "daysOverdue > 3" + " || daysOverdue > 4".repeat(400))),
                of("x.drl", HEAD + rule("customer" + ".customer".repeat(50_000), "x")),
                of("x.drl", HEAD + numbered(1_200, "onPlan")),
                of("x.drl", HEAD + numbered(300, "x > y" + ", x > y".repeat(60))),
                of("x.drl", "rule\n".repeat(90_000)),
                of("x.drl", "\n".repeat(400_000) + "rule\n".repeat(15_000)),
                of("x.drl", HEAD + "/*".repeat(200_000)),
                of("x.drl", HEAD + "[".repeat(400_000)),
                of("x.drl", HEAD + "\"\\".repeat(200_000)),
                of("x.drl", HEAD + "'\"".repeat(200_000)),
                of("x.drl", HEAD + "@a( b ) ".repeat(50_000)),
                of("x.drl", HEAD + "$i : Invoice() ".repeat(30_000)),
                of("x.drl", HEAD + rule("onPlan", "x\" + \"y".repeat(20_000))),
                of("x.drl", HEAD + rule("onPlan", "\\\"".repeat(20_000))),
                of("x.drl", HEAD + rule("a" + "<a".repeat(2_000), "x")),
                of("x.drl", HEAD + rule("onPlan ? ".repeat(1_000) + "1" + " : 2".repeat(1_000), "x")),
                of("strategy.yaml", "[".repeat(400_000)),
                of("strategy.yaml", "a: ".repeat(100_000)),
                of("strategy.yaml", "? ".repeat(200_000)),
                of("strategy.yaml", Corpus.MANIFEST.replace("25.00", "9".repeat(400_000))),
                of("strategy.yaml", Corpus.MANIFEST.replace("a test", "x".repeat(400_000))),
                of("strategy.yaml", Corpus.MANIFEST + "accepted: [" + "{ code: X },".repeat(30_000) + "]\n"),
                of("strategy.yaml", Corpus.MANIFEST + "\"".repeat(100_001)),
                of("x.csv", TABLE + "T1,aaa,t,3,CALL,".repeat(1) + "x".repeat(400_000)),
                of("x.csv", TABLE.strip() + ",daysOverdue".repeat(30_000)),
                of("x.csv", TABLE + rows(6_000)),
                of("x.csv", TABLE + "T1,aaa,t,3,CALL,\"" + "\n".repeat(400_000)),
                of("x.csv", TABLE + "\"".repeat(400_001)),
                of("x.csv", ",".repeat(450_000)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("explosions")
    void anExplodingFileIsRefusedInTime(String name, String text) {
        var files = files(Map.of(name, text));
        var patient = new Findings(Deadline.of(Deadline.READING.multipliedBy(2)));
        var diagnostics = StrategyCompiler.parse(files, patient).diagnostics();
        assertThat(diagnostics)
                .filteredOn(d -> d.severity() == Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.line()).isPositive())
                .allSatisfy(d -> assertThat(d.hint()).isNotBlank())
                .hasSizeLessThanOrEqualTo(1_002);
        // Its own work is over long before the deadline: not one of them has to be stopped by it.
        assertThat(diagnostics).noneSatisfy(d -> assertThat(d.message()).contains("was stopped: it took"));
    }

    @Test
    void manyFilesAreRefusedBeforeTheyAreRead() {
        var many = IntStream.range(0, 400).boxed().collect(Collectors.toMap(n -> "f" + n + ".drl", n -> "not DRL"));
        assertThat(StrategyCompiler.parse(files(many)).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("more than 300 files"));
        var long0 = IntStream.range(0, 10).boxed().collect(Collectors.toMap(n -> "f" + n + ".md", n -> "x"
                .repeat(400_000)));
        assertThat(StrategyCompiler.parse(files(long0)).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("3000000 characters together"));
    }

    @Test
    void whoeverStillReadsWhenTheTimeIsUpStops() {
        var noTime = new Findings(Deadline.of(Duration.ZERO));
        var parsed = StrategyCompiler.parse(files(Map.of("x.drl", HEAD + numbered(200, "daysOverdue > 3"))), noTime);
        assertThat(parsed.diagnostics()).anySatisfy(d -> {
            assertThat(d.code()).isEqualTo(Diagnostic.Code.TOO_BIG);
            assertThat(d.message()).contains("was stopped: it took more than 0 seconds of computing");
        });
        assertThat(parsed.hasErrors()).isTrue();
    }

    /** The parser of DRL is the one part whose work we do not bound ourselves: it must stop from within. */
    @Test
    void theParserStopsInTheMiddleOfAFile() {
        var deadline = Deadline.of(Duration.ofMillis(1));
        var text = HEAD + numbered(900, "daysOverdue > 3, ( onPlan || daysOverdue > 4 )");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DrlParsing.of(text, deadline)))
                .isInstanceOf(Deadline.Passed.class);
    }

    @Test
    void aStrategyAtTheBoundsIsAccepted() throws Exception {
        var compiled = StrategyCompiler.compile(
                files(Map.of("x.drl", HEAD + numbered(1_000, "daysOverdue > late, collectable > small"))));
        assertThat(compiled.rules()).hasSize(1_000);
    }

    private static Arguments of(String name, String text) {
        return Arguments.of(name, text);
    }

    private static StrategyFiles files(Map<String, String> files) {
        var all = new TreeMap<>(Map.of(StrategyFiles.MANIFEST, Corpus.MANIFEST));
        all.putAll(files);
        return new StrategyFiles("test", all);
    }

    private static String rule(String condition, String reason) {
        return numbered(1, condition).replace("\"why\"", "\"" + reason + "\"");
    }

    private static String numbered(int rules, String condition) {
        return IntStream.range(0, rules)
                .mapToObj(n -> "rule \"T" + n + " aaa\"\n@owner( t )\nwhen\n$i : Invoice( " + condition
                        + " )\nthen\npropose( $i, CALL, \"why\" );\nend\n")
                .collect(Collectors.joining());
    }

    private static String rows(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(n -> "T" + n + ",aaa,t,3,CALL,why\n")
                .collect(Collectors.joining());
    }

    @Test
    void findingsAreToldUpToANumber() {
        var findings =
                StrategyCompiler.parse(files(Map.of("x.drl", HEAD + numbered(300, "x > y" + ", x > y".repeat(60)))));
        assertThat(findings.diagnostics()).hasSizeBetween(1_000, 1_002).isInstanceOf(List.class);
    }
}
