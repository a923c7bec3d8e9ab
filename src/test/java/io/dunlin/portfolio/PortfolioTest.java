package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.book.Account;
import io.dunlin.generator.GeneratedPortfolioTest;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String MAPPING = """
            files:
              invoices.csv:
                kind: invoices
                fields: { id: id, customer: customer, customer.country: { value: DE }, customer.name: name,
                          issued: { value: 2026-01-01 }, due: due, amount: amount, currency: currency }
              payments.csv:
                kind: payments
                fields: { id: id, customer: customer, invoice: invoice, on: on, amount: amount, currency: { value: EUR } }
              disputes.csv:
                kind: disputes
                fields: { id: id, invoice: invoice, on: { value: 2026-06-01 } }
            """;

    @TempDir
    Path directory;

    @Test
    void rowsInAnyOrderBecomeOneAccountForEachCustomer() throws Exception {
        write(
                "b,B,Old,2026-05-01,10.00,EUR\na,A,Amsel,2026-05-01,20.00,EUR\nc,B,New,2026-05-01,30.00,EUR\n",
                "p2,B,c,2026-06-02,5.00\np1,A,,2026-06-01,7.00\n",
                "d,b\n");
        try (var portfolio = open(Rejections.NONE_EXPECTED);
                var stream = portfolio.accounts()) {
            var accounts = stream.toList();
            assertThat(accounts).extracting(account -> account.customer().id()).containsExactly("A", "B");
            var b = accounts.get(1);
            assertThat(b.customer().name()).as("the last row wins").isEqualTo("New");
            assertThat(b.invoices()).extracting("id").containsExactly("b", "c");
            assertThat(b.payments()).extracting("id").containsExactly("p2");
            assertThat(b.disputes()).as("found by its invoice").extracting("id").containsExactly("d");
            assertThat(portfolio.counts()).isEqualTo(new Portfolio.Counts(6, 0, 2, 3));
        }
    }

    @Test
    void whatContradictsOtherRowsIsToldAndLeftOut() throws Exception {
        write(
                "a,A,Amsel,2026-05-01,10.00,EUR\na,A,Amsel,2026-05-01,99.00,EUR\nb,B,Falk,2026-05-01,20.00,EUR\n",
                "p1,A,b,2026-06-01,1.00\np2,A,zzz,2026-06-01,1.00\np3,A,a,2026-06-01,1.00\n",
                "d,zzz\n");
        var rejections = new Rejections();
        try (var portfolio = open(rejections);
                var stream = portfolio.accounts()) {
            assertThat(rejections.all)
                    .containsExactlyInAnyOrder(
                            "invoices.csv line 3, column id `a`: is already on line 2",
                            "payments.csv line 2, column invoice `b`: is an invoice of another customer (B)",
                            "payments.csv line 3, column invoice `zzz`: there is no such invoice in the portfolio",
                            "disputes.csv line 2, column invoice `zzz`: there is no such invoice in the portfolio");
            assertThat(portfolio.counts()).isEqualTo(new Portfolio.Counts(3, 4, 2, 2));
            var a = stream.findFirst().orElseThrow();
            assertThat(a.invoices()).extracting("amount").containsExactly(new BigDecimal("10.00"));
            assertThat(a.payments()).extracting("id").containsExactly("p3");
        }
    }

    @Test
    void theFewWhoOweHalfOfAllOverdueMoneyAreTheAs() throws Exception {
        write(
                "1,C1,x,2026-05-01,500.00,EUR\n2,C2,x,2026-05-01,200.00,EUR\n3,C3,x,2026-05-01,150.00,EUR\n"
                        + "4,C4,x,2026-05-01,150.00,USD\n5,C5,x,2026-07-01,9000.00,EUR\n6,C2,x,2026-05-01,50.00,EUR\n",
                "p1,C2,6,2026-06-01,50.00\np2,C1,1,2026-07-15,500.00\n",
                "");
        try (var portfolio = open(Rejections.NONE_EXPECTED)) {
            var rates = new Rates(Map.of("EUR", BigDecimal.ONE, "USD", BigDecimal.ONE));
            var classes = portfolio.book(DAY, rates).classes();
            assertThat(List.of("500.00", "200.00", "150.00").stream()
                            .map(overdue -> classes.of(new BigDecimal(overdue), "EUR", rates)))
                    .containsExactly(SizeClass.A, SizeClass.B, SizeClass.B);
            assertThat(classes.of(new BigDecimal("149.99"), "EUR", rates)).isEqualTo(SizeClass.C);
            assertThat(portfolio.book(DAY, Rates.NONE).classes().of(BigDecimal.TEN, "USD", Rates.NONE))
                    .isEqualTo(SizeClass.UNRATED);
        }
    }

    @Test
    void nothingIsLeftInTheTemporaryDirectory() throws Exception {
        write("a,A,x,2026-05-01,10.00,EUR\n", "", "");
        long before = leftOvers();
        open(Rejections.NONE_EXPECTED).close();
        assertThat(leftOvers()).isEqualTo(before);
        Files.writeString(directory.resolve("payments.csv"), "");
        assertThatThrownBy(() -> open(Rejections.NONE_EXPECTED))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("payments.csv: the file is empty");
        assertThat(leftOvers()).isEqualTo(before);
    }

    @Test
    void memoryDoesNotGrowWithThePortfolio() throws Exception {
        var small = peak(300);
        var large = peak(3000);
        assertThat(large - small)
                .as("bytes of heap for ten times the customers")
                .isLessThan(12 << 20);
    }

    /** Live heap while the accounts stream by, at its highest. */
    private long peak(int customers) throws Exception {
        var folder = directory.resolve("n" + customers);
        GeneratedPortfolioTest.write(customers, 5, folder);
        long peak = 0;
        try (var portfolio = Portfolio.open(PortfolioFiles.of(folder, null), Rejections.NONE_EXPECTED);
                var stream = portfolio.accounts()) {
            int seen = 0;
            for (var accounts = stream.iterator(); accounts.hasNext(); seen++) {
                Account account = accounts.next();
                if (seen % (customers / 10) == 0) {
                    System.gc();
                    var runtime = Runtime.getRuntime();
                    peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
                }
                assertThat(account).isNotNull();
            }
        }
        return peak;
    }

    private static long leftOvers() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dunlin-portfolio-"))
                    .count();
        }
    }

    private void write(String invoices, String payments, String disputes) throws Exception {
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        Files.writeString(directory.resolve("invoices.csv"), "id,customer,name,due,amount,currency\n" + invoices);
        Files.writeString(directory.resolve("payments.csv"), "id,customer,invoice,on,amount\n" + payments);
        Files.writeString(directory.resolve("disputes.csv"), "id,invoice\n" + disputes);
    }

    private Portfolio open(Listener listener) throws Exception {
        return Portfolio.open(PortfolioFiles.of(directory, null), listener);
    }
}
