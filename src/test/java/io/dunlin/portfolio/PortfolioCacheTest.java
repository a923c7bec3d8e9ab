package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunlin.book.Account;
import io.dunlin.mapping.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioCacheTest {
    private static final String ROWS = """
            id,customer,issued,due,amount,paid
            1,B,02.03.2026,01.04.2026,"1.190,00",
            2,A,15.05.2026,14.06.2026,"250,50",20.06.2026
            3,A,16.05.2026,14.06.2026,five,
            4,C,16.05.2026,14.06.2026,"10,00",01.05.2026
            """;
    private static final String MAPPING = """
            kind: invoices
            read: { dates: [dd.MM.yyyy], decimal: ",", thousands: "." }
            fields: { id: id, customer: customer, customer.country: { value: DE }, issued: issued, due: due,
                      amount: amount, currency: { value: EUR }, settledOn: paid }
            """;

    @TempDir
    Path directory;

    private Path cache;

    @BeforeEach
    void files() throws Exception {
        cache = directory.resolve("cache");
        Files.writeString(directory.resolve("rows.csv"), ROWS);
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
    }

    @Test
    void whatWasReadOnceIsGivenAgainWithEverythingThatWasLeftOut() throws Exception {
        var first = new Rejections();
        var accounts = read("rows.csv", first);
        assertThat(first.all)
                .containsExactly(
                        "rows.csv line 4, column amount `five`: is not a number with `,` before the decimals and `.` between thousands",
                        "rows.csv line 5, column settledOn `2026-05-01`: is before the invoice was issued (2026-05-16)");
        assertThat(accounts).extracting(a -> a.customer().id()).containsExactly("A", "B");
        var entry = entries();
        assertThat(entry).hasSize(1);
        var written = Files.getLastModifiedTime(entry.get(0).resolve("facts.parquet"));

        var second = new Rejections();
        assertThat(read("rows.csv", second)).isEqualTo(accounts);
        assertThat(second.all).isEqualTo(first.all);
        assertThat(Files.getLastModifiedTime(entry.get(0).resolve("facts.parquet")))
                .isEqualTo(written);
    }

    @Test
    void otherContentIsReadAnew() throws Exception {
        read("rows.csv", new Rejections());
        Files.writeString(directory.resolve("rows.csv"), ROWS.replace("\"10,00\",01.05.2026", "\"10,00\","));
        assertThat(read("rows.csv", new Rejections()))
                .extracting(a -> a.customer().id())
                .containsExactly("A", "B", "C");
    }

    /** Dates and amounts that are typed need no pattern; text in a Parquet file is read as text in a CSV file is. */
    @Test
    void parquetIsReadWithTheSameMapping() throws Exception {
        var csv = read("rows.csv", new Rejections());
        sql("""
                COPY (SELECT * FROM (VALUES
                    ('1', 'B', DATE '2026-03-02', TIMESTAMP '2026-04-01 10:00:00', 1190.00::DECIMAL(12, 2), NULL),
                    ('2', 'A', DATE '2026-05-15', TIMESTAMP '2026-06-14 00:00:00', 250.5::DECIMAL(12, 2), '20.06.2026'))
                    AS t(id, customer, issued, due, amount, paid)) TO '%s' (FORMAT parquet)
                """.formatted(directory.resolve("rows.parquet")));
        assertThat(read("rows.parquet", Rejections.NONE_EXPECTED)).isEqualTo(csv);
    }

    @Test
    void likeFilesAreOnePortfolio() throws Exception {
        Files.createDirectories(directory.resolve("many/deep"));
        Files.writeString(
                directory.resolve("many/1.csv"),
                "id,customer,issued,due,amount,paid\n1,B,02.03.2026,01.04.2026,\"5,00\",\n");
        Files.writeString(
                directory.resolve("many/deep/2.csv"),
                "id,customer,issued,due,amount,paid\n2,B,02.03.2026,01.04.2026,\"6,00\",\n");
        assertThat(read("many", Rejections.NONE_EXPECTED).get(0).invoices()).hasSize(1);
        assertThat(read("many/**.csv", Rejections.NONE_EXPECTED).get(0).invoices())
                .extracting("id")
                .containsExactly("1", "2");
        assertThatThrownBy(() -> read("many/*.parquet", Rejections.NONE_EXPECTED))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no file matches");
    }

    @Test
    void whatCannotBeReadLeavesNothingBehind() throws Exception {
        Files.writeString(directory.resolve("rows.parquet"), "PAR1 and then nothing");
        assertThatThrownBy(() -> read("rows.parquet", Rejections.NONE_EXPECTED))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("rows.parquet: the file is not readable as Parquet; is it cut off, or something else?");
        assertThat(entries()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInOneSentence() throws Exception {
        Files.writeString(cache, "a file, no directory");
        assertThatThrownBy(() -> read("rows.csv", new Rejections()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the portfolio cannot be kept in `" + cache + "`")
                .hasMessageContaining("Set DUNLIN_CACHE to another folder");
        assertThatThrownBy(() -> decided(new Rejections())).hasMessageContaining("Set DUNLIN_CACHE to another folder");
    }

    /** Cut off, one byte changed, a file missing: each of its files in turn. */
    @Test
    void aDamagedEntryIsThrownAwayAndReadAgain() throws Exception {
        var told = new Rejections();
        var accounts = read("rows.csv", told);
        var entry = entries().get(0);
        for (var name : List.of("facts.parquet", "counts.json", "rejects.ndjson", "seal")) {
            var file = entry.resolve(name);
            var whole = Files.readAllBytes(file);
            var changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            for (var bytes : List.of(Arrays.copyOf(whole, whole.length / 2), changed)) {
                Files.write(file, bytes);
                isReadAgain(accounts, told, file, whole);
            }
            Files.delete(file);
            isReadAgain(accounts, told, file, whole);
        }
        Files.writeString(entry.resolve("more"), "what nobody put there");
        isReadAgain(accounts, told, entry.resolve("seal"), Files.readAllBytes(entry.resolve("seal")));
    }

    private void isReadAgain(List<Account> accounts, Rejections told, Path file, byte[] whole) throws Exception {
        var again = new Rejections();
        assertThat(read("rows.csv", again)).as(file.toString()).isEqualTo(accounts);
        assertThat(again.all).isEqualTo(told.all);
        assertThat(entries()).hasSize(1);
        assertThat(file.getParent().resolve("more")).doesNotExist();
        assertThat(Files.readAllBytes(file)).as("whole again: " + file).hasSameSizeAs(whole);
    }

    @Test
    void aDamagedEntryThatSomebodyStillUsesIsNeitherUsedNorTakenAway() throws Exception {
        read("rows.csv", new Rejections());
        var entry = entries().get(0);
        try (var used =
                new Shelf(cache, PortfolioCache.LIMIT).take(entry.getFileName().toString())) {
            Files.writeString(used.path().resolve("counts.json"), "{");
            assertThatThrownBy(() -> read("rows.csv", new Rejections()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the portfolio cannot be kept in `" + cache + "`");
            assertThat(entry.resolve("counts.json")).exists();
        }
        assertThat(read("rows.csv", new Rejections())).isNotEmpty();
    }

    /** A device that is always full takes the place of what is written: the failing write is a real one. */
    @Test
    void aDiskThatFillsUpIsToldInOneSentenceAndLeavesNothing() throws Exception {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full on this system");
        Listener filling = (file, reject) -> {
            try (var parts = Files.list(cache)) {
                var part = parts.filter(Files::isDirectory).findFirst().orElseThrow();
                for (var name : List.of("facts.parquet", "tmp_facts.parquet")) {
                    if (!Files.exists(part.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(part.resolve(name), full);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertThatThrownBy(() -> read("rows.csv", filling))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the portfolio cannot be kept in `" + cache + "`; is the disk full?")
                .hasMessageContaining("No space left on device");
        assertThat(entries()).isEmpty();
        assertThat(read("rows.csv", new Rejections())).as("afterwards").isNotEmpty();
    }

    /** What was paid before it was issued cannot be played back, but it can be decided on. */
    @Test
    void decidingRefusesLessThanPlayingAndEachHasItsOwnEntryThen() throws Exception {
        var played = read("rows.csv", new Rejections());
        for (int time = 0; time < 2; time++) {
            var told = new Rejections();
            assertThat(decided(told)).extracting(a -> a.customer().id()).containsExactly("A", "B", "C");
            assertThat(told.all).hasSize(1).first().asString().contains("line 4, column amount");
            assertThat(entries()).hasSize(2);
        }
        assertThat(read("rows.csv", new Rejections())).isEqualTo(played);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void whereNothingMakesADifferenceOneEntryServesBoth() throws Exception {
        Files.writeString(directory.resolve("rows.csv"), ROWS.replace("\"10,00\",01.05.2026", "\"10,00\","));
        assertThat(decided(new Rejections())).isEqualTo(read("rows.csv", new Rejections()));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void ofFilesThatLieSortedOnlyWhatWasFoundOutIsKept() throws Exception {
        var header = ROWS.lines().findFirst().orElseThrow() + "\n";
        Files.writeString(
                directory.resolve("rows.csv"),
                header + "2,A,15.05.2026,14.06.2026,\"250,50\",\n3,A,16.05.2026,14.06.2026,five,\n"
                        + "1,B,02.03.2026,01.04.2026,\"1.190,00\",\n");
        var first = new Rejections();
        var accounts = decided(first);
        assertThat(accounts).extracting(a -> a.customer().id()).containsExactly("A", "B");
        assertThat(entries()).hasSize(1).first().asString().endsWith("-survey");
        var again = new Rejections();
        assertThat(decided(again)).isEqualTo(accounts);
        assertThat(again.all).isEqualTo(first.all).hasSize(1);
        assertThat(entries()).hasSize(1);
    }

    /** As if the file were too large to be read each time. */
    private List<Account> decided(Listener listener) throws Exception {
        var files = PortfolioFiles.of(
                directory.resolve("rows.csv"), directory.resolve("mapping.yaml").toString());
        var day = LocalDate.of(2026, 6, 30);
        try (var portfolio = new PortfolioCache(cache).kept(files, day, listener)) {
            assertThat(portfolio.book(day).classes()).isNotNull();
            try (var accounts = portfolio.accounts()) {
                return accounts.toList();
            }
        }
    }

    private List<Path> entries() throws Exception {
        try (var all = Files.list(cache)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private List<Account> read(String name, Listener listener) throws Exception {
        var files = PortfolioFiles.of(
                directory.resolve(name), directory.resolve("mapping.yaml").toString());
        try (var portfolio = new PortfolioCache(cache).open(files, Contents.of(files), listener);
                var accounts = portfolio.accounts()) {
            return accounts.toList();
        }
    }

    private static void sql(String sql) throws Exception {
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
