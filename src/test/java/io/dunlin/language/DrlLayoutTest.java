package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.DrlText.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrlLayoutTest {
    static Stream<Path> shipped() throws IOException {
        try (var files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theShippedRulesAreLaidOutAlready(Path file) {
        assertThat(DrlLayout.of(read(file))).isEqualTo(read(file));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void howeverAFileIsWrittenItsRulesStayTheSameAndTheSecondTimeNothingChanges(Path file) {
        for (long seed = 1; seed <= 20; seed++) {
            var untidy = untidy(read(file), new Random(seed));
            var tidy = DrlLayout.of(untidy);
            assertThat(DrlLayout.saysTheSame(untidy, tidy)).as(untidy).isTrue();
            assertThat(DrlLayout.of(tidy)).as(untidy).isEqualTo(tidy);
            assertThat(rules(file, tidy)).as(tidy).isNotEmpty().isEqualTo(rules(file, untidy));
            assertThat(rules(file, tidy)).isEqualTo(rules(file, read(file)));
        }
    }

    @Test
    void whatIsUntidyIsPutInOrderAndTheAuthorsLinesAndCommentsStay() {
        var untidy = """
                package x ; import io.dunlin.vocabulary.*;
                // Why it is so.
                rule   "A1 Call"   @owner(a)
                    @source ( "S1" ) when $i:Invoice(collectable>0,// enough
                  ( daysOverdue>=late&&!onPlan )||promiseState in(BROKEN,PARTLY_KEPT),
                       stepsDone not   contains CALL)
                then propose($i,CALL,1,"{daysOverdue} "
                     +"days"); end
                rule "A2 Call" @owner( a ) when $i : Invoice() then
                  // Nobody knows.
                  propose( $i, CALL, "x" ); // yet
                end /* the end */
                """;
        assertThat(DrlLayout.of(untidy)).isEqualTo("""
                package x;
                import io.dunlin.vocabulary.*;
                // Why it is so.
                rule "A1 Call"
                    @owner( a )
                    @source( "S1" )
                when
                    $i : Invoice( collectable > 0, // enough
                        ( daysOverdue >= late && !onPlan ) || promiseState in ( BROKEN, PARTLY_KEPT ),
                        stepsDone not contains CALL )
                then
                    propose( $i, CALL, 1, "{daysOverdue} "
                        + "days" );
                end

                rule "A2 Call"
                    @owner( a )
                when
                    $i : Invoice()
                then
                    // Nobody knows.
                    propose( $i, CALL, "x" ); // yet
                end /* the end */
                """);
    }

    @Test
    void lineEndsOfAnotherSystemStay() {
        assertThat(DrlLayout.of("package  x;\r\nimport y;\r\n")).isEqualTo("package x;\r\nimport y;\r\n");
    }

    @Test
    void aFileThatCannotBeReadIsLeftAloneAndTheOthersAreNot() {
        var bad = "rule \"A1 x y z\" when  $i : Invoice( then end";
        var files = new TreeMap<>(Map.of("strategy.yaml", "name: x", "a.drl", bad, "b.drl", "package  x;"));
        var formatting = Formatting.of(new StrategyFiles("x", files));
        assertThat(formatting.changed()).containsOnlyKeys("b.drl");
        assertThat(formatting.refused()).extracting(Diagnostic::file).containsOnly("a.drl");
    }

    /** The same words with other space between them. */
    private static String untidy(String text, Random random) {
        var out = new StringBuilder();
        DrlText.Token last = null;
        for (var token : DrlText.tokens(text)) {
            boolean touching = last != null && last.start() + last.text().length() == token.start();
            boolean line = last != null && last.kind() == Kind.COMMENT || token.is("rule");
            out.append(line ? "\n" : "").append(touching ? "" : space(random)).append(token.text());
            last = token;
        }
        return out.toString();
    }

    private static String space(Random random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> List.of(" ", "  ", "\t", "\n", "\n\n").get(random.nextInt(5)))
                .collect(Collectors.joining());
    }

    private static List<String> rules(Path file, String text) {
        var folder = file.getParent();
        var files = new TreeMap<>(
                Map.of(StrategyFiles.MANIFEST, read(folder.resolve(StrategyFiles.MANIFEST)), "x.drl", text));
        var parsed =
                StrategyCompiler.parse(new StrategyFiles(folder.getFileName().toString(), files));
        assertThat(parsed.hasErrors()).as(parsed.diagnostics() + text).isFalse();
        return parsed.rules().stream().map(DrlLayoutTest::inFull).toList();
    }

    private static String inFull(Rule rule) {
        var effects = rule.effects().stream()
                .map(e -> e.verb() + " " + e.action() + " " + e.level() + " " + e.role() + " "
                        + ((Template) e.text()).source());
        var conditions = rule.condition().parts().stream().map(DrlLayoutTest::inFull);
        return Stream.of(
                        Stream.of(rule.id(), rule.title(), rule.owner(), rule.source(), rule.fact()),
                        conditions,
                        effects)
                .flatMap(part -> part)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static String inFull(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.key();
        }
        if (condition instanceof Condition.Not not) {
            return "!" + inFull(not.part());
        }
        boolean all = condition instanceof Condition.All;
        var parts = all ? ((Condition.All) condition).parts() : ((Condition.Any) condition).parts();
        return parts.stream().map(DrlLayoutTest::inFull).collect(Collectors.joining(all ? "&&" : "||", "(", ")"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
