package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunlin.language.Diagnostic.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A strategy file is never code: whatever is not a plain rule is refused, with its file and line, and nothing runs. */
class RefusedFilesTest {
    private static final String MANIFEST = """
            name: test
            purpose: a test
            ladder: [REMINDER, CALL]
            parameters:
              late: { value: 14, unit: days, meaning: "when" }
              small: { value: 25.00, unit: EUR, meaning: "what" }
            """;
    private static final String HEAD = "package test;\nimport io.dunlin.vocabulary.*;\n";
    private static final String GOOD = """
            rule "T1 A good rule"
                @owner( test )
            when
                $i : Invoice( collectable > small, daysOverdue > late )
            then
                propose( $i, CALL, "{daysOverdue} days late" );
            end
            """;

    @TempDir
    Path folder;

    @Test
    void aPlainRuleIsAccepted() throws Exception {
        assertThat(compile(HEAD + GOOD).rules()).hasSize(1);
    }

    static Stream<Arguments> outsideRules() {
        return Stream.of(
                at(3, "function void f() { System.exit( 1 ); }"),
                at(3, "global java.util.List list"),
                at(3, "global java.util.List list;"),
                at(3, "declare Invoice2\n  amount : int\nend"),
                at(3, "declare enum Colour RED(\"r\"); name : String end"),
                at(3, "declare window w\n Invoice() over window:length( 3 )\nend"),
                at(3, "declare entry-point \"x\" end"),
                at(3, "query \"all\"\n  $i : Invoice()\nend"),
                at(3, "query all( String x )\n  $i : Invoice()\nend"),
                at(3, "import java.lang.Runtime;"),
                at(3, "import java.util.*;"),
                at(3, "import io.dunlin.vocabulary2.*;"),
                at(3, "import static java.lang.System.exit;"),
                at(3, "import static io.dunlin.vocabulary.Action.*;"),
                at(3, "import function java.lang.System.exit;"),
                at(3, "import accumulate java.util.List list;"),
                at(3, "dialect \"mvel\""),
                at(3, "agenda-group \"x\""),
                at(3, "salience 10"),
                at(3, "unit Escape;"));
    }

    @ParameterizedTest
    @MethodSource("outsideRules")
    void nothingStandsBesideTheRules(int line, String text) {
        assertRefused(HEAD + text + "\n" + GOOD, line);
    }

    static Stream<String> attributes() {
        return Stream.of(
                "salience 10",
                "salience ( Runtime.getRuntime().hashCode() )",
                "no-loop true",
                "dialect \"java\"",
                "dialect \"mvel\"",
                "agenda-group \"x\"",
                "activation-group \"x\"",
                "ruleflow-group \"x\"",
                "lock-on-active true",
                "auto-focus true",
                "timer( int: 0 1 )",
                "timer( cron: * * * * * ? )",
                "calendars \"x\"",
                "duration 1000",
                "date-effective \"01-Jan-2026\"",
                "date-expires \"01-Jan-2027\"",
                "enabled false",
                "enabled ( System.exit( 1 ) == null )",
                "refract true",
                "@watch( * )",
                "@All",
                "@Propagation( IMMEDIATE )",
                "@Direct",
                "@classReactive",
                "@Prio( \"x\" )");
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void aRuleHasNoAttributesAndOnlyTwoAnnotations(String attribute) {
        assertRefused(HEAD + GOOD.replace("@owner( test )", "@owner( test )\n    " + attribute), 3, 4, 5);
    }

    static Stream<String> patterns() {
        return Stream.of(
                "Invoice( collectable > 0 )",
                "$i : Invoice( collectable > 0 )\n $c : Customer()",
                "not Invoice( collectable > 0 )",
                "exists Invoice( collectable > 0 )",
                "exists( $i : Invoice() )",
                "forall( $i : Invoice() Invoice( this == $i ) )",
                "( $i : Invoice( collectable > 0 ) or $i : Invoice( onPlan ) )",
                "( $i : Invoice( collectable > 0 ) and $c : Customer() )",
                "$i : Invoice() from $list",
                "$i : Invoice() from entry-point \"x\"",
                "$i : Invoice() from collect( Invoice() )",
                "$i : Number() from accumulate( Invoice( $d : daysOverdue ), sum( $d ) )",
                "accumulate( Invoice( $d : daysOverdue ); $i : sum( $d ) )",
                "$i : Invoice( collectable > 0 )\n eval( System.exit( 1 ) == null )",
                "eval( true )",
                "$i : Invoice( collectable > 0 ) over window:length( 3 )",
                "?all( $i; )",
                "$i : /invoices[ collectable > 0 ]",
                "$i : Invoice( $d : daysOverdue )",
                "$i : Invoice( $d : daysOverdue > 3 )",
                "$i : Invoice( daysOverdue > $d )",
                "$i : Invoice( eval( true ) )",
                "$i : Invoice( getClass() != null )",
                "$i : Invoice( class.name == \"x\" )",
                "$i : Invoice( this != null )",
                "$i : Invoice( customer )",
                "$i : Invoice( id.length() > 3 )",
                "$i : Invoice( id matches \"(a+)+b\" )",
                "$i : Invoice( id soundslike \"x\" )",
                "$i : Invoice( id str[startsWith] \"x\" )",
                "$i : Invoice( id == \"a\" + \"b\" )",
                "$i : Invoice( daysOverdue + 1 > 3 )",
                "$i : Invoice( daysOverdue > 1 + 2 )",
                "$i : Invoice( daysOverdue == ( 3 ) )",
                "$i : Invoice( daysOverdue > Integer.MAX_VALUE )",
                "$i : Invoice( daysOverdue > new Integer( 3 ) )",
                "$i : Invoice( onPlan ? true : false )",
                "$i : Invoice( customer!.name == \"x\" )",
                "$i : Invoice( customer#Debtor.name == \"x\" )",
                "$i : Invoice( stepsDone[0] == CALL )",
                "$i : Invoice( System.exit( 1 ) == null )",
                "$i : Invoice( io.dunlin.vocabulary.Rates.NONE != null )",
                "$i : Invoice( ( ( daysOverdue ) > 3 ) )",
                "$i : Invoice( collectable > 0; )",
                "$i : Invoice( daysOverdue > 3 || )",
                "$i : Invoice( daysOverdue before \"x\" )",
                "$i : Outcome( contact )",
                "$i : Object()",
                "$i : java.lang.Runtime()",
                "");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aConditionIsOneFactWithPlainComparisons(String pattern) {
        assertRefused(
                HEAD + GOOD.replace("$i : Invoice( collectable > small, daysOverdue > late )", pattern),
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10);
    }

    static Stream<String> consequences() {
        return Stream.of(
                "",
                "insert( $i );",
                "insertLogical( $i );",
                "update( $i );",
                "modify( $i ) { setAmount( 3 ) }",
                "delete( $i );",
                "retract( $i );",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "drools.getKnowledgeRuntime();",
                "System.exit( 1 );",
                "Runtime.getRuntime().exec( \"true\" );",
                "new java.io.File( \"x\" ).delete();",
                "$i.customer();",
                "$i.toString();",
                "this.propose( $i, CALL, \"x\" );",
                "java.lang.System.out.println( $i );",
                "while ( true ) { }",
                "for ( ; ; ) { }",
                "if ( true ) { propose( $i, CALL, \"x\" ); }",
                "try { propose( $i, CALL, \"x\" ); } finally { }",
                "{ propose( $i, CALL, \"x\" ); }",
                "int x = 3;",
                "var x = $i;",
                "Runnable r = () -> System.exit( 1 );",
                "class X { { System.exit( 1 ); } }",
                "throw new RuntimeException();",
                "return;",
                "synchronized ( $i ) { }",
                "assert false;",
                "propose( $i, CALL, \"x\" + $i.id() );",
                "propose( $i, CALL, \"x\" + 3 );",
                "propose( $i, CALL, String.valueOf( 3 ) );",
                "propose( $i, CALL, () -> \"x\" );",
                "propose( $i, CALL, null );",
                "propose( $i, CALL, \"\" );",
                "propose( $i, CALL );",
                "propose( $i, CALL, 0, \"x\" );",
                "propose( $i, CALL, 10, \"x\" );",
                "propose( $i, CALL, 1 + 1, \"x\" );",
                "propose( $i, CALL, -1, \"x\" );",
                "propose( $i, Action.valueOf( \"CALL\" ), \"x\" );",
                "propose( $i, java.lang.CALL, \"x\" );",
                "propose( $j, CALL, \"x\" );",
                "propose( this, CALL, \"x\" );",
                "propose( (Invoice) $i, CALL, \"x\" );",
                "propose( $i, NO_ACTION, \"x\" );",
                "propose( $i, LAWSUIT, \"x\" );",
                "veto( $i, LEGAL, \"x\" );",
                "hold( $i, 3 );",
                "#{ System.exit( 1 ) };",
                "<String>propose( $i, CALL, \"x\" );",
                "propose( $i, CALL, \"{customer}\" );",
                "propose( $i, CALL, \"{nothing}\" );",
                "} static { System.exit( 1 ); } {",
                "propose( $i, CALL, \"x\" ); } } class Y { void f() {",
                "propose( $i, CALL, \"x\" )");
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void aConsequenceIsAVerbWithPlainWords(String consequence) {
        assertRefused(
                HEAD + GOOD.replace("propose( $i, CALL, \"{daysOverdue} days late\" );", consequence), 3, 7, 8, 9, 10);
    }

    static Stream<String> texts() {
        return Stream.of(
                HEAD + GOOD.replace("end", ""),
                HEAD + GOOD.replace("then", ""),
                HEAD + GOOD.replace("late )", "late"),
                HEAD + GOOD.replace("late )", "late ) )"),
                HEAD + GOOD.replace("late\" );", "late );"),
                HEAD + GOOD.replace("rule \"T1 A good rule\"", "rule \"T1 A good rule"),
                HEAD + GOOD.replace("T1 A good rule", "A good rule"),
                HEAD + GOOD.replace("rule \"T1 A good rule\"", "rule \"T1 A good rule\" extends \"T0 x\""),
                HEAD + GOOD.replace("    @owner( test )\n", ""),
                HEAD + GOOD + GOOD,
                HEAD + GOOD.replace("daysOverdue", "daysOver\\u0064ue"),
                HEAD + GOOD.replace("good", "go\u202Eod"),
                HEAD + GOOD.replace("good", "go\u200Bod"),
                HEAD + GOOD.replace("good", "go\0od"),
                "\0\0\0\0",
                HEAD + "\uFEFF" + GOOD,
                "not DRL at all",
                "{\"json\": true}",
                HEAD + "/* never closed\n" + GOOD,
                HEAD + GOOD + "then",
                HEAD + "rule",
                HEAD + GOOD.replace("then", "then[x]"),
                HEAD
                        + GOOD.replace("daysOverdue > late )", "daysOverdue > late )\n    do[x]")
                                .replace("end\n", "then[x]\n    propose( $i, CALL, \"x\" );\nend\n"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void aFileThatCannotBeReadIsRefusedWithItsName(String text) {
        assertThat(refused(text).diagnostics())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.file()).isEqualTo("t.drl"))
                .allSatisfy(d -> assertThat(d.line()).isPositive());
    }

    static Stream<String> explosions() {
        var deep = "( ".repeat(3000) + "daysOverdue > 3" + " )".repeat(3000);
        return Stream.of(
                HEAD + "// " + "x".repeat(1_000_000) + "\n" + GOOD,
                HEAD + GOOD.replace("daysOverdue > late", deep),
                HEAD + GOOD.replace("daysOverdue > late", "( ".repeat(25) + "daysOverdue > 3" + " )".repeat(25)),
                HEAD + GOOD.replace("daysOverdue > late", "!".repeat(20000) + "onPlan"),
                HEAD + GOOD.replace("\"{daysOverdue} days late\"", "(".repeat(5000) + "\"x\"" + ")".repeat(5000)),
                HEAD + GOOD.replace("\"{daysOverdue} days late\"", "\"x\" + ".repeat(20000) + "3"),
                HEAD + GOOD.replace("\"{daysOverdue} days late\"", "f(".repeat(5000) + ")".repeat(5000)),
                HEAD + GOOD.replace("propose(", "{".repeat(5000) + "propose("),
                HEAD + "[".repeat(100_000),
                HEAD
                        + GOOD.replace(
                                "daysOverdue > late", "daysOverdue > 3 " + "|| daysOverdue > 4 ".repeat(20000) + "&&"),
                HEAD
                        + GOOD.replace(
                                "daysOverdue > late", "daysOverdue > 3" + ", daysOverdue > 4".repeat(20000) + ", x"),
                HEAD + GOOD.replace("daysOverdue > late", "customer" + ".customer".repeat(20000)),
                HEAD + GOOD.repeat(1001));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("explosions")
    void aFileMadeToExhaustTheServiceIsRefusedInTime(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(text));
    }

    /** Long is not wrong. */
    @Test
    void aLongConditionOrReasonIsAccepted() throws Exception {
        var many = "( daysOverdue > 3" + " || daysOverdue > 4".repeat(200) + " )";
        assertThat(compile(HEAD + GOOD.replace("daysOverdue > late", many)).rules())
                .hasSize(1);
        var text = "\"x\" + ".repeat(100) + "\"y\"";
        assertThat(compile(HEAD + GOOD.replace("\"{daysOverdue} days late\"", text))
                        .rules())
                .hasSize(1);
    }

    static Stream<String> manifests() {
        return Stream.of(
                "",
                "[]",
                "name: [",
                "name: test\nname: test\npurpose: x",
                MANIFEST.replace("purpose: a test", "porpoise: a test"),
                MANIFEST.replace("name: test", "name: other"),
                MANIFEST + "currency: XYZ",
                MANIFEST.replace("CALL]", "KALL]"),
                MANIFEST.replace("CALL]", "CALL, CALL]"),
                MANIFEST.replace("unit: days", "unit: weeks"),
                MANIFEST.replace("value: 14", "value: 14.5"),
                MANIFEST.replace("value: 14", "value: many"),
                MANIFEST.replace("value: 14", "value: 99999999999"),
                MANIFEST.replace("value: 25.00", "value: 1e999999999"),
                MANIFEST.replace("value: 25.00", "value: .inf"),
                MANIFEST.replace("value: 25.00", "value: .nan"),
                MANIFEST.replace("meaning: \"what\"", "meaning: \"\""),
                MANIFEST + "holds: { quietDay: 3 }",
                MANIFEST + "holds: { quietDays: -3 }",
                MANIFEST + "holds: { quietDays: lots }",
                MANIFEST + "holds: { reactionDays: { KALL: 3 } }",
                MANIFEST + "unknown: !!javax.script.ScriptEngineManager [ ]",
                "a: ".repeat(5000),
                "[".repeat(50_000),
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\n");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("manifests")
    void aManifestThatIsWrongIsRefusedToo(String manifest) {
        var files = files(manifest, HEAD + GOOD);
        var refused = catchThrowableOfType(StrategyRefused.class, () -> StrategyCompiler.compile(files));
        assertThat(refused).isNotNull();
        assertThat(refused.diagnostics()).anySatisfy(d -> assertThat(d.file()).isEqualTo("strategy.yaml"));
    }

    @Test
    void nothingInARefusedFileIsRun() {
        var marker = folder.resolve("marker");
        var create = "java.nio.file.Files.createFile( java.nio.file.Path.of( \"" + marker + "\" ) )";
        Stream.of(
                        GOOD.replace("propose( $i, CALL, \"{daysOverdue} days late\" );", create + ";"),
                        GOOD.replace("daysOverdue > late", create + " != null"),
                        GOOD.replace("daysOverdue > late", "eval( " + create + " != null )"),
                        GOOD.replace("@owner( test )", "@owner( test )\n salience ( " + create + ".hashCode() )"),
                        GOOD.replace("@owner( test )", "@owner( test )\n enabled ( " + create + " == null )"),
                        "function boolean f() { return " + create + " != null; }\n" + GOOD,
                        "declare X\n  x : Object = " + create + "\nend\n" + GOOD)
                .forEach(text -> refused(HEAD + text));
        assertThat(Files.exists(marker)).isFalse();
    }

    @Test
    void whatIsNotKnownIsNamedWithItsPlaceAndTheWordThatWasMeant() {
        var text = HEAD + """
                rule "T1 first"
                    @owner( test )
                when
                    $i : Invoice( collectible > smal,
                                  daysOverdu > late )
                then
                    propose( $i, KALL, "{daysOverdo} days" );
                end
                rule "T2 second"
                    @owner( test )
                when
                    $i : Invoce( daysOverdue > latte )
                then
                    propose( $i, CALL, "x" );
                end
                """;
        assertThat(refused(text).diagnostics())
                .extracting(d -> d.file() + ":" + d.line() + " " + d.code() + " " + d.rule() + " " + d.hint())
                .contains(
                        "t.drl:6 UNKNOWN_FIELD T1 did you mean `collectable`?",
                        "t.drl:7 UNKNOWN_FIELD T1 did you mean `daysOverdue`?",
                        "t.drl:9 UNKNOWN_ACTION T1 did you mean `CALL`?",
                        "t.drl:9 UNKNOWN_FIELD T1 did you mean `daysOverdue`?",
                        "t.drl:14 UNKNOWN_FACT T2 did you mean `Invoice`?");
        assertThat(refused(text).diagnostics())
                .filteredOn(d -> d.code() == Code.UNKNOWN_FIELD && d.line() == 7)
                .extracting(Diagnostic::column)
                .containsExactly(19);
    }

    @Test
    void anUnknownParameterIsNamedWithTheOneThatWasMeant() {
        var refused = refused(HEAD + GOOD.replace("> small", "> smal").replace("> late", "> latte"));
        assertThat(refused.diagnostics())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .extracting(d -> d.line() + ":" + d.column() + " " + d.code() + " " + d.hint())
                .containsExactly(
                        "6:33 UNKNOWN_PARAMETER did you mean `small`?", "6:53 UNKNOWN_PARAMETER did you mean `late`?");
    }

    @Test
    void edge33_aConditionThatWouldDoNothingIsRefused() {
        assertRefused(HEAD + GOOD.replace("daysOverdue > late", "controlTag == \"OVERDUE_ENFORCEMENT_OFF\""), 6);
        assertThatThrownBy(() -> StrategyCompiler.compile(files(MANIFEST + "holds: { controlTag: 3 }", HEAD + GOOD)))
                .isInstanceOf(StrategyRefused.class)
                .hasMessageContaining("controlTag");
    }

    @Test
    void theFindingsOfAllFilesComeTogether() {
        var files = new TreeMap<>(Map.of(
                "strategy.yaml",
                MANIFEST.replace("purpose: a test", ""),
                "a.drl",
                HEAD + GOOD.replace("daysOverdue", "dayOverdue"),
                "b.drl",
                "nonsense"));
        var refused = catchThrowableOfType(
                StrategyRefused.class, () -> StrategyCompiler.compile(new StrategyFiles("test", files)));
        assertThat(refused.diagnostics()).extracting(Diagnostic::file).contains("strategy.yaml", "a.drl", "b.drl");
    }

    private static Arguments at(int line, String text) {
        return Arguments.of(line, text);
    }

    private static void assertRefused(String text, Integer... lines) {
        assertThat(refused(text).diagnostics()).as(text).anySatisfy(d -> {
            assertThat(d.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(d.file()).isEqualTo("t.drl");
            assertThat(d.line()).isIn((Object[]) lines);
        });
    }

    private static StrategyRefused refused(String text) {
        var refused = catchThrowableOfType(StrategyRefused.class, () -> compile(text));
        assertThat(refused)
                .as("accepted: %s", text.substring(0, Math.min(2000, text.length())))
                .isNotNull();
        return refused;
    }

    private static Compiled compile(String drl) throws StrategyRefused {
        return StrategyCompiler.compile(files(MANIFEST, drl));
    }

    private static StrategyFiles files(String manifest, String drl) {
        return new StrategyFiles("test", new TreeMap<>(Map.of("strategy.yaml", manifest, "t.drl", drl)));
    }
}
