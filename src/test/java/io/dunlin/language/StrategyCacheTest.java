package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.generator.Generator;
import io.dunlin.language.KeptRules.Content;
import io.dunlin.vocabulary.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyCacheTest {
    private static final String MANIFEST = """
            name: tiny
            purpose: a test
            ladder: [REMINDER, CALL]
            parameters:
              late: { value: 14, unit: days, meaning: when a call is due }
            """;
    private static final String RULE = """
            package tiny;
            import io.dunlin.vocabulary.*;
            rule "T1 real title"
            @owner( test )
            when
                $i : Invoice( daysOverdue > late, customer.segment != "%s" && ( collectable > 0 || ! ( daysOverdue in ( 1, 2 ) ) ) )
            then
                propose( $i, CALL, "{daysOverdue} days late" );
            end
            """;

    @TempDir
    private Path directory;

    private Path folder;
    private StrategyCache cache;

    @BeforeEach
    void anEmptyCache() {
        folder = directory.resolve("deep/cache");
        cache = new StrategyCache(folder, "build 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void decisionsOfWhatWasKeptAreTheSame(String name) throws Exception {
        var strategy = StrategyFiles.read(Path.of("rules", name));
        var guard = StrategyFiles.read(Path.of("rules/guard"));
        var compiled = decisions(new Decider(cache.compile(strategy), cache.compile(guard)));
        assertThat(entries()).hasSize(2);

        var kept = cache.compile(strategy);
        assertThat(decisions(new Decider(kept, cache.compile(guard)))).isEqualTo(compiled);
        assertThat(Alike.alike(kept.rules(), StrategyCompiler.compile(strategy).rules()))
                .isTrue();
        assertThat(kept.version()).isEqualTo(strategy.version());
    }

    private static List<Decision> decisions(Decider decider) {
        var book = new Book(Generator.AS_OF, Generator.AS_OF, Generator.rates(), null);
        return Generator.accounts(200, 5, Generator.AS_OF)
                .map(account -> decider.decide(account, book))
                .toList();
    }

    @Test
    void theSecondTimeTheFilesAreNotParsed() throws Exception {
        mark(tiny("a"));
        assertThat(title(cache.compile(tiny("a")))).isEqualTo("kept title");
    }

    @Test
    void anyOtherByteInAFileIsAnotherEntry() throws Exception {
        mark(tiny("a"));
        assertThat(title(cache.compile(tiny("b")))).isEqualTo("real title");
        var otherLineEnds = new TreeMap<>(tiny("a").files());
        otherLineEnds.replaceAll((file, text) -> text.replace("\n", "\r\n"));
        assertThat(title(cache.compile(new StrategyFiles("tiny", otherLineEnds))))
                .isEqualTo("real title");
        assertThat(entries()).hasSize(3);
    }

    @Test
    void anotherBuildOfDunlinReadsTheFilesAgain() throws Exception {
        mark(tiny("a"));
        assertThat(title(new StrategyCache(folder, "build 2").compile(tiny("a"))))
                .isEqualTo("real title");
    }

    @Test
    void anEntryWithAnyByteChangedIsNotUsedAndMadeAnew() throws Exception {
        mark(tiny("a"));
        var entry = cache.entry(tiny("a"));
        var good = Files.readAllBytes(entry);
        for (int i = 0; i < good.length; i += 7) {
            var bad = good.clone();
            bad[i] ^= 1;
            Files.write(entry, bad);
            assertThat(title(cache.compile(tiny("a")))).as("byte %d", i).isEqualTo("real title");
            assertThat(Files.readAllBytes(entry)).isNotEqualTo(bad);
        }
    }

    @Test
    void anEntryCutShortOrEmptyOrOfAnotherStrategyIsNotUsed() throws Exception {
        mark(tiny("a"));
        var entry = cache.entry(tiny("a"));
        var good = Files.readString(entry);
        mark(tiny("b"));
        for (var bad :
                List.of("", "\n", good.substring(0, good.length() / 2), Files.readString(cache.entry(tiny("b"))))) {
            Files.writeString(entry, bad);
            assertThat(title(cache.compile(tiny("a")))).isEqualTo("real title");
        }
    }

    /** The checksum is no signature: whoever can write here could make one. What it says must still be a rule. */
    @Test
    void aForgedEntryCanSayNothingThatARuleFileCannot() throws Exception {
        mark(tiny("a"));
        var entry = cache.entry(tiny("a"));
        var good = Files.readString(entry);
        var body = good.substring(good.indexOf('\n') + 1);
        for (var forged : List.of(
                body.replace("daysOverdue > late", "daysOverdue.getClass() > late"),
                body.replace("daysOverdue > late", "noSuchField > late"),
                body.replace("\"CALL\"", "\"LAWSUIT\""),
                body.replace("\"PROPOSE\"", "\"VETO\""),
                body.replace("{daysOverdue}", "{noSuchField}"),
                body.replace("\"level\":1", "\"level\":77"),
                body.replace("\"Invoice\"", "\"java.lang.Runtime\""),
                body.replace("\"warnings\":[]", "\"warnings\":[{\"@class\":\"java.net.URL\"}]"))) {
            assertThat(forged).isNotEqualTo(body);
            var bytes = forged.getBytes(StandardCharsets.UTF_8);
            Files.writeString(entry, StrategyCache.heading(entry, bytes) + "\n" + forged);
            assertThat(title(cache.compile(tiny("a")))).as(forged).isEqualTo("real title");
        }
    }

    @Test
    void aFolderThatOthersMayWriteIsNotUsed() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        mark(tiny("a"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(title(cache.compile(tiny("a")))).isEqualTo("real title");
    }

    @Test
    void aRuleThatCannotBeToldExactlyIsReadFromItsFileEachTime() throws Exception {
        assertThat(cache.compile(tiny("a  b")).rules().get(0).condition().comparisons())
                .anySatisfy(c -> assertThat(c.key()).endsWith("a  b"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void aRefusedStrategyIsRefusedTheSameEachTime() throws Exception {
        var files = new TreeMap<>(tiny("a").files());
        files.replace("t.drl", files.get("t.drl").replace("daysOverdue >", "daysOverdua >"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cache.compile(new StrategyFiles("tiny", files)))
                    .isInstanceOf(StrategyRefused.class)
                    .hasMessageContaining("daysOverdua");
        }
    }

    @Test
    void warningsAreKeptToo() throws Exception {
        var files = new TreeMap<>(tiny("a").files());
        files.merge(
                "strategy.yaml", "  idle: { value: 1, unit: days, meaning: nothing }\n", (yaml, more) -> yaml + more);
        var first = cache.compile(new StrategyFiles("tiny", files)).warnings();
        assertThat(first).isNotEmpty();
        assertThat(cache.compile(new StrategyFiles("tiny", files)).warnings()).isEqualTo(first);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void theFolderDoesNotGrowForEver() throws Exception {
        for (int i = 0; i < StrategyCache.MOST_ENTRIES + 5; i++) {
            cache.compile(tiny("segment " + i));
        }
        assertThat(entries()).hasSize(StrategyCache.MOST_ENTRIES);
    }

    @Test
    void aFolderThatCannotBeMadeCostsTimeOnly() throws Exception {
        Files.writeString(directory.resolve("file"), "in the way");
        var blocked = new StrategyCache(directory.resolve("file/cache"), "build 1");
        assertThat(title(blocked.compile(tiny("a")))).isEqualTo("real title");
        assertThat(title(new StrategyCache(null, "build 1").compile(tiny("a")))).isEqualTo("real title");
    }

    @Test
    void startsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        var titles = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return title(cache.compile(tiny("a")));
                    } catch (StrategyRefused e) {
                        throw new AssertionError(e);
                    }
                })
                .distinct()
                .toList();
        assertThat(titles).containsExactly("real title");
        assertThat(entries()).containsExactly(cache.entry(tiny("a")));
    }

    /** Puts a valid entry under the name of these files that differs from them in the title, which tells who was read. */
    private void mark(StrategyFiles files) throws Exception {
        var compiled = cache.compile(files);
        var rules = compiled.rules().stream()
                .map(r -> new Rule(
                        r.id(),
                        "kept title",
                        r.owner(),
                        r.source(),
                        r.file(),
                        r.line(),
                        r.fact(),
                        r.condition(),
                        r.effects()))
                .toList();
        var body = KeptRules.write(new Content(rules, List.of()));
        var entry = cache.entry(files);
        Files.writeString(entry, StrategyCache.heading(entry, body) + "\n" + new String(body, StandardCharsets.UTF_8));
    }

    private static String title(Compiled compiled) {
        return compiled.rules().get(0).title();
    }

    private List<Path> entries() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.toList();
        }
    }

    private static StrategyFiles tiny(String segment) {
        return new StrategyFiles(
                "tiny", new TreeMap<>(java.util.Map.of("strategy.yaml", MANIFEST, "t.drl", RULE.formatted(segment))));
    }
}
