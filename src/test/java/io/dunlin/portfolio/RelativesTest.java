package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Kinship;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers completed one by one from what is kept of a portfolio, against the same with everybody in memory. */
class RelativesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String MAPPING = """
            files:
              customers.csv:
                kind: customers
                fields: { id: id, country: { value: DE }, group: group, payer: payer }
              invoices.csv:
                kind: invoices
                fields: { id: id, customer: customer, issued: issued, due: due, amount: amount,
                          currency: { value: EUR } }
              contacts.csv:
                kind: contacts
                fields: { id: id, customer: customer, on: on, channel: { value: PHONE } }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void aPayerAGroupAndBystanders() throws Exception {
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        Files.writeString(directory.resolve("customers.csv"), """
                id,group,payer
                A,G,
                B,G,P
                C,,P
                D,,
                E,,nobody
                F,G,
                P,,
                """);
        Files.writeString(directory.resolve("invoices.csv"), """
                id,customer,issued,due,amount
                1,A,2026-03-02,2026-04-01,10.00
                2,D,2026-03-02,2026-04-01,10.00
                3,P,2026-03-02,2026-04-01,10.00
                """);
        Files.writeString(directory.resolve("contacts.csv"), """
                id,customer,on
                a,A,2026-06-01
                b,B,2026-06-02
                c,C,2026-06-03
                d,D,2026-06-04
                p,P,2026-06-05
                """);
    }

    @Test
    void eachIsCompletedAsIfAllWereHeldInMemoryHoweverTheRowsLie() throws Exception {
        var files = PortfolioFiles.of(directory, null);
        for (var rows : List.of(new HeapRows(), Staging.create())) {
            try (var portfolio = Portfolio.open(files, Rejections.NONE_EXPECTED, rows)) {
                areAllCompleted(portfolio);
            }
        }
        try (var portfolio = Portfolio.asTheyLie(files, surveyed(files))) {
            areAllCompleted(portfolio);
        }
        try (var portfolio = Portfolio.inPassing(files, Rejections.NONE_EXPECTED)) {
            areAllCompleted(portfolio, "D", "A", "B", "C", "E", "F", "P");
        }
        var cache = new PortfolioCache(directory.resolve("cache"));
        for (int twice = 0; twice < 2; twice++) {
            try (var portfolio = cache.kept(files, DAY, Rejections.NONE_EXPECTED)) {
                areAllCompleted(portfolio);
            }
        }
        for (int twice = 0; twice < 2; twice++) {
            try (var portfolio = cache.open(files, Contents.of(files), Rejections.NONE_EXPECTED)) {
                areAllCompleted(portfolio);
            }
        }
    }

    /** Looking for relatives in 200 MB takes longer than everything else before the first answer. */
    @Test
    void areKnownFromTheFirstWalkAndKeptWithWhatIsKept() throws Exception {
        var files = PortfolioFiles.of(directory, null);
        // Of their own, or who decides is given what was sorted for who plays.
        var cache = new PortfolioCache(directory.resolve("cache"));
        var other = new PortfolioCache(directory.resolve("other"));
        for (boolean twice : new boolean[] {false, true}) {
            try (var asTheyLie = cache.kept(files, DAY, Rejections.NONE_EXPECTED);
                    var sorted = other.open(files, Contents.of(files), Rejections.NONE_EXPECTED)) {
                Account a;
                try (var accounts = sorted.accounts()) {
                    a = accounts.findFirst().orElseThrow();
                }
                var contacts = directory.resolve("contacts.csv");
                Files.move(contacts, directory.resolve("gone"));
                assertThat(asTheyLie.relatives().completed(a).groupContacts())
                        .extracting(Contact::id)
                        .containsExactly("b");
                Files.move(directory.resolve("gone"), contacts);
                assertThat(sorted.relatives().completed(a).groupContacts()).hasSize(1);
            }
        }
    }

    private static SortedFiles surveyed(PortfolioFiles files) throws Exception {
        return Portfolio.surveyed(files, DAY, Stamp.of(files), Rejections.NONE_EXPECTED);
    }

    private static void areAllCompleted(Portfolio portfolio) {
        areAllCompleted(portfolio, "A", "B", "C", "D", "E", "F", "P");
    }

    private static void areAllCompleted(Portfolio portfolio, String... ids) {
        List<Account> all;
        try (var accounts = portfolio.accounts()) {
            all = accounts.toList();
        }
        assertThat(all).extracting(a -> a.customer().id()).containsExactly(ids);
        var together = new Kinship(all);
        var relatives = portfolio.relatives();
        for (int i = 0; i < all.size(); i++) {
            assertThat(relatives.completed(all.get(i))).isEqualTo(together.completed(i));
        }
        var b = relatives.completed(all.get(List.of(ids).indexOf("B")));
        assertThat(b.payer().invoices()).hasSize(1);
        assertThat(b.groupContacts()).extracting(Contact::id).containsExactly("a", "c");
    }
}
