package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Account;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.generator.GeneratedPortfolioTest;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Rates;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the order of their customers are read where they lie; nobody can tell from what comes out. */
class SortedFilesTest {
    private static final LocalDate DAY = Generator.AS_OF;
    private static final Rates RATES = new Rates(Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.13")));

    @TempDir
    private Path directory;

    private record Seen(Portfolio.Counts counts, List<Account> accounts, List<Object> book) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 400})
    void areReadAsTheDatabaseReadsThem(int customers) throws Exception {
        GeneratedPortfolioTest.write(customers, 11, directory);
        var surveyed = surveyed(Rejections.NONE_EXPECTED);
        assertThat(surveyed).isNotNull();
        try (var sorted = Portfolio.asTheyLie(files(), surveyed);
                var database = Portfolio.open(files(), Rejections.NONE_EXPECTED, Staging.create())) {
            assertThat(seen(sorted)).isEqualTo(seen(database));
        }
    }

    private static Seen seen(Portfolio portfolio) {
        var book = new ArrayList<Object>(portfolio.currencies());
        for (int days : new int[] {-400, -90, 0, 30}) {
            book.add(classes(portfolio.book(DAY.plusDays(days)).classes()));
            book.add(classes(portfolio.book(DAY.plusDays(days), RATES).classes()));
        }
        try (var accounts = portfolio.accounts()) {
            return new Seen(portfolio.counts(), accounts.toList(), book);
        }
    }

    private static Object classes(SizeClasses classes) {
        return classes == null ? "none" : classes;
    }

    @Test
    void aRowThatIsNotGoodIsToldOnceWhetherTheRestIsSortedOrNot() throws Exception {
        GeneratedPortfolioTest.write(400, 12, directory);
        var invoices = directory.resolve("invoices.csv");
        var lines = new ArrayList<>(Files.readAllLines(invoices));
        lines.set(5, lines.get(5).replaceFirst("20\\d\\d-", "9999-"));
        lines.add(lines.get(lines.size() - 1).replaceFirst("^[^,]*", "bad"));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replaceFirst(",(EUR|USD|GBP|[A-Z]{3}),", ",XXX,"));
        Files.write(invoices, lines);
        // What hangs on the invoice that is gone contradicts the rest, which the database has to tell.
        var told = new Rejections();
        Portfolio.open(files(), DAY, told).close();
        var inDatabase = new Rejections();
        Portfolio.open(files(), inDatabase, Staging.create()).close();
        assertThat(told.all).isNotEmpty().containsExactlyInAnyOrderElementsOf(inDatabase.all);
    }

    /** The rest of them is fine, so that only looking at all of it tells. */
    @ParameterizedTest
    @CsvSource({
        "invoices.csv, order of its customers",
        "payments.csv, order of its customers",
        "contacts.csv, order of its customers",
        "disputes.csv, order of its invoices",
        "invoices.csv, id twice",
        "payments.csv, id twice",
        "payments.csv, unknown invoice",
        "disputes.csv, unknown invoice",
        "payments.csv, invoice of another customer"
    })
    void areSortedByTheDatabaseWhereTheyOnlyLookSorted(String name, String flaw) throws Exception {
        GeneratedPortfolioTest.write(300, 13, directory);
        OnlyLooksSorted.make(directory.resolve(name), flaw);
        assertThat(surveyed(new Rejections())).isNull();
    }

    @Test
    void aFileThatIsWrittenToMeanwhileIsNotDecidedByHalves() throws Exception {
        GeneratedPortfolioTest.write(300, 14, directory);
        var portfolio = Portfolio.asTheyLie(files(), surveyed(Rejections.NONE_EXPECTED));
        var payments = directory.resolve("payments.csv");
        var lines = Files.readAllLines(payments);
        Files.write(payments, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> portfolio.accounts().toList())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("was changed while it was read");
    }

    @Test
    void whatWasSaidTwiceIsFoundInMemoryAndBeyond() throws Exception {
        for (int kept : new int[] {7, 5_000}) {
            for (int twice : new int[] {-1, 0, 500, 999}) {
                try (var repeats = new Repeats(kept)) {
                    for (int i : IntStream.range(0, 1_000).toArray()) {
                        repeats.say(1, "id-" + i);
                        repeats.say(2, "id-" + i);
                    }
                    if (twice >= 0) {
                        repeats.say(2, "id-" + twice);
                    }
                    assertThat(repeats.any())
                            .as("%d of 1000, %d kept", twice, kept)
                            .isEqualTo(twice >= 0);
                }
            }
        }
    }

    private SortedFiles surveyed(Listener listener) throws Exception {
        return Portfolio.surveyed(files(), DAY, Stamp.of(files()), listener);
    }

    private PortfolioFiles files() throws Exception {
        return PortfolioFiles.of(directory, null);
    }
}
