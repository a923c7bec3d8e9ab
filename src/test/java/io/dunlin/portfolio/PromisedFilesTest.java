package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Account;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.book.Families;
import io.dunlin.generator.GeneratedPortfolioTest;
import io.dunlin.generator.Generator;
import io.dunlin.mapping.UnreadableFile;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose order is promised are decided while they are read; whoever breaks the promise is told. */
class PromisedFilesTest {
    private static final LocalDate DAY = Generator.AS_OF;
    private static final String LIMITS = "sizeClasses: { currency: EUR, aFrom: 60000, bFrom: 10000.50 }\n";
    private static final String PROMISE = "inOrder: true\n" + LIMITS;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 400})
    void giveTheSameCustomersWithTheSameRelatives(int customers) throws Exception {
        GeneratedPortfolioTest.write(customers, 11, directory);
        say(LIMITS);
        try (var before = Portfolio.open(files(), Rejections.NONE_EXPECTED, Staging.create())) {
            say("inOrder: true\n");
            try (var promised = promised(Rejections.NONE_EXPECTED)) {
                assertThat(promised.comesInPassing()).isTrue();
                assertThat(byId(completed(promised))).isEqualTo(byId(completed(before)));
                assertThat(promised.counts()).isEqualTo(before.counts());
                assertThat(promised.book(DAY)).isEqualTo(before.book(DAY));
            }
        }
    }

    @Test
    void handOutWhoIsAloneInOrderAndGroupsAfterThem() throws Exception {
        GeneratedPortfolioTest.write(400, 11, directory);
        say(PROMISE);
        List<Account> all;
        try (var promised = promised(Rejections.NONE_EXPECTED)) {
            all = completed(promised);
        }
        var alone = all.stream()
                .filter(account -> account.customer().group() == null)
                .toList();
        var linked = all.stream()
                .filter(account -> account.customer().group() != null)
                .toList();
        assertThat(linked).hasSizeGreaterThan(20);
        assertThat(all.subList(0, alone.size())).isEqualTo(alone);
        assertThat(alone).isSortedAccordingTo(BY_ID);
        assertThat(linked).isSortedAccordingTo(BY_ID);
        assertThat(linked).anyMatch(account -> !account.groupContacts().isEmpty());
    }

    /** What is not read yet cannot be waited for: the customers before the flaw are handed out all the same. */
    @ParameterizedTest
    @CsvSource({
        "payments.csv, order of its customers, 'payments.csv, line '",
        "contacts.csv, order of its customers, 'contacts.csv, line '",
        "disputes.csv, order of its invoices, 'disputes.csv, line '",
        "contacts.csv, id twice, 'an id stands there twice, in two files or with two customers'",
        "payments.csv, id twice, 'an id stands there twice, in two files or with two customers'",
        "disputes.csv, unknown invoice, 'disputes.csv, line '"
    })
    void handOutWhatStandsBeforeABrokenPromiseAndEndThere(String name, String flaw, String place) throws Exception {
        GeneratedPortfolioTest.write(300, 13, directory);
        say(PROMISE);
        OnlyLooksSorted.make(directory.resolve(name), flaw);
        var handedOut = new ArrayList<String>();
        try (var promised = promised(Rejections.NONE_EXPECTED);
                var customers = promised.stored()) {
            assertThatThrownBy(() -> customers.forEach(its -> handedOut.add(its.customer())))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(place)
                    .hasMessageContaining("take `inOrder` out of it and start again");
        }
        assertThat(handedOut).hasSizeGreaterThan(100);
    }

    /** As they are told of files whose order is not promised. */
    @ParameterizedTest
    @CsvSource({"unknown invoice", "invoice of another customer", "unreadable invoice", "same payment again"})
    void leaveOutAndTellWhatContradictsItsOwnCustomer(String flaw) throws Exception {
        GeneratedPortfolioTest.write(300, 13, directory);
        say(LIMITS);
        var file = directory.resolve(flaw.equals("unreadable invoice") ? "invoices.csv" : "payments.csv");
        switch (flaw) {
            case "unreadable invoice" ->
                Files.writeString(file, Files.readString(file).replaceFirst("(\n[^,]*,[^,]*,)\\d{4}-", "$19999-"));
            case "same payment again" -> {
                var lines = new ArrayList<>(Files.readAllLines(file));
                lines.add(40, lines.get(40));
                Files.write(file, lines);
            }
            default -> OnlyLooksSorted.make(file, flaw);
        }
        var inDatabase = new Rejections();
        var inPassing = new Rejections();
        try (var before = Portfolio.open(files(), inDatabase, Staging.create())) {
            say("inOrder: true\n");
            try (var promised = promised(inPassing)) {
                assertThat(byId(completed(promised))).isEqualTo(byId(completed(before)));
                assertThat(promised.counts()).isEqualTo(before.counts());
            }
        }
        assertThat(inPassing.all).isNotEmpty().hasSameSizeAs(inDatabase.all);
        assertThat(places(inPassing)).isEqualTo(places(inDatabase));
    }

    @Test
    void customersOfWhomEveryRowIsLeftOutArePassedHoweverManyTheyAre() throws Exception {
        var payments = new StringBuilder("id,customer,invoice,on,amount\n");
        for (int i = 10_000; i < 40_000; i++) {
            payments.append("P%d,C%d,none,2026-01-02,5.00\n".formatted(i, i));
        }
        Files.writeString(directory.resolve("payments.csv"), payments);
        Files.writeString(directory.resolve("mapping.yaml"), PROMISE + """
                files:
                  payments.csv:
                    kind: payments
                    fields: { id: id, customer: customer, invoice: invoice, on: on, amount: amount, currency: { value: EUR } }
                """);
        var told = new Rejections();
        try (var promised = promised(told)) {
            assertThat(promised.stored()).isEmpty();
            assertThat(promised.counts().rejected()).isEqualTo(30_000);
        }
    }

    private static List<String> places(Rejections rejections) {
        return rejections.all.stream()
                .map(told -> told.replaceAll("[:`].*", ""))
                .sorted()
                .toList();
    }

    @Test
    void theFirstCustomerIsHandedOutBeforeTheRestIsRead() throws Exception {
        GeneratedPortfolioTest.write(3_000, 14, directory);
        say(PROMISE);
        var read = new ArrayList<Long>();
        try (var promised = promised(new Listener() {
                    @Override
                    public void reject(Path file, io.dunlin.mapping.Reject reject) {
                        throw new AssertionError(reject);
                    }

                    @Override
                    public void progress(long bytesDone, long bytesInAll) {
                        read.add(100 * bytesDone / bytesInAll);
                    }
                });
                var customers = promised.stored()) {
            var one = customers.iterator();
            one.next();
            assertThat(read).isEmpty();
            assertThat(promised.counts().customers()).isBetween(1L, 20L);
            one.forEachRemaining(more -> {});
        }
        assertThat(read).hasSizeGreaterThan(5).isSorted();
    }

    @Test
    void aFileThatIsWrittenToMeanwhileIsNotDecidedByHalves() throws Exception {
        GeneratedPortfolioTest.write(300, 14, directory);
        say(PROMISE);
        try (var promised = promised(Rejections.NONE_EXPECTED)) {
            var payments = directory.resolve("payments.csv");
            var lines = Files.readAllLines(payments);
            Files.write(payments, lines.subList(0, lines.size() - 1));
            assertThatThrownBy(() -> promised.accounts().toList())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("was changed while it was read");
        }
    }

    @Test
    void aRowThatIsNotGoodIsToldOnceAndCounted() throws Exception {
        GeneratedPortfolioTest.write(300, 12, directory);
        say(PROMISE);
        var contacts = directory.resolve("contacts.csv");
        var lines = Files.readAllLines(contacts);
        lines.add(5, lines.get(5).replaceFirst("20\\d\\d-", "9999-"));
        Files.write(contacts, lines);
        var told = new Rejections();
        try (var promised = promised(told)) {
            assertThat(completed(promised)).hasSize(300);
            assertThat(promised.counts().rejected()).isEqualTo(1);
        }
        assertThat(told.all).hasSize(1).first().asString().contains("contacts.csv line 6");
    }

    @Test
    void masterDataOutOfOrderIsToldBeforeAnythingIsDecided() throws Exception {
        GeneratedPortfolioTest.write(300, 12, directory);
        say(PROMISE);
        OnlyLooksSorted.make(directory.resolve("customers.csv"), "order of its customers");
        assertThatThrownBy(() -> promised(Rejections.NONE_EXPECTED))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("customers.csv, line ");
    }

    @Test
    void aPromiseWithoutLimitsOrLimitsWithoutAPromiseAreNotEnough() throws Exception {
        GeneratedPortfolioTest.write(300, 12, directory);
        say(LIMITS);
        try (var looked = Portfolio.open(files(), DAY, Rejections.NONE_EXPECTED)) {
            assertThat(looked.comesInPassing()).isFalse();
            assertThat(looked.book(DAY).classes())
                    .isEqualTo(new SizeClasses("EUR", new BigDecimal("60000.00"), new BigDecimal("10000.50")));
        }
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace(LIMITS, "inOrder: true\n"));
        try (var looked = Portfolio.open(files(), DAY, Rejections.NONE_EXPECTED)) {
            assertThat(looked.comesInPassing()).isFalse();
        }
    }

    /** Nobody can walk along Parquet row by row without sorting it first. */
    @Test
    void parquetAmongThemIsSortedAllTheSame() throws Exception {
        GeneratedPortfolioTest.write(300, 12, directory);
        say(PROMISE);
        List<Account> before;
        try (var promised = promised(Rejections.NONE_EXPECTED)) {
            before = completed(promised);
        }
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('%1$s.csv', all_varchar = true)) TO '%1$s.parquet'"
                    .formatted(directory.resolve("contacts")));
        }
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("contacts.csv", "contacts.parquet"));
        try (var looked = Portfolio.open(files(), DAY, Rejections.NONE_EXPECTED)) {
            assertThat(looked.comesInPassing()).isFalse();
            assertThat(byId(completed(looked))).isEqualTo(byId(before));
        }
    }

    @Test
    void otherLimitsAreAnotherMappingToWhoeverProvesWhatWasRead() throws Exception {
        GeneratedPortfolioTest.write(1, 12, directory);
        var without = Contents.ofMapping(files());
        say(LIMITS);
        assertThat(Contents.ofMapping(files())).isNotEqualTo(without);
    }

    private static final Comparator<Account> BY_ID =
            Comparator.comparing(account -> account.customer().id(), Families.ID_ORDER);

    private static List<Account> completed(Portfolio portfolio) {
        var relatives = portfolio.relatives();
        try (var accounts = portfolio.accounts()) {
            return accounts.map(relatives::completed).toList();
        }
    }

    private static List<Account> byId(List<Account> accounts) {
        return accounts.stream().sorted(BY_ID).toList();
    }

    private void say(String more) throws Exception {
        var mapping = directory.resolve("mapping.yaml");
        Files.writeString(mapping, more + Files.readString(mapping));
    }

    private PortfolioFiles files() throws Exception {
        return PortfolioFiles.of(directory, null);
    }

    private Portfolio promised(Listener listener) throws Exception {
        return Portfolio.inPassing(files(), listener);
    }
}
