package io.dunlin.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunlin.book.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Portfolios nobody here wrote, read unchanged; the figures were counted with Python's csv module, not with this code. */
class RealPortfoliosTest {
    private static final Path DATA = Path.of("../shared/data");

    @Test
    void theLatePaymentHistoriesOfIbmAreReadUnchanged() throws Exception {
        var read = read("ibm-late-payments/WA_Fn-UseC_-Accounts-Receivable.csv", "ibm-late-payments");

        assertThat(read.rejects).isEmpty();
        assertThat(read.tally).isEqualTo(new CsvFile.Tally(2466, 0));
        assertThat(read.invoiced()).isEqualByComparingTo("147703.18");
        assertThat(read.paid()).isEqualByComparingTo("147703.18");
        assertThat(read.count(Account::disputes)).isEqualTo(561);
        var first = read.rows.get(0).facts();
        assertThat(first.customer().id()).isEqualTo("0379-NEVHP");
        assertThat(first.invoices().get(0).id()).as("leading zeros stay").isEqualTo("0000611365");
        assertThat(first.payments().get(0).on()).isEqualTo(LocalDate.of(2013, 1, 15));
        assertThat(read.late()).as("35.6 % late").isEqualTo(877);
    }

    @Test
    void thePurchaseLedgerIsReadUnchanged() throws Exception {
        var read = read("purchase-ledger/trainData.csv", "purchase-ledger");

        assertThat(read.rejects).isEmpty();
        assertThat(read.tally).isEqualTo(new CsvFile.Tally(8753, 0));
        assertThat(read.invoiced()).isEqualByComparingTo("20314878.65");
        assertThat(read.paid()).as("what the column Settled says").isEqualByComparingTo("19574901.73");
        assertThat(read.rows.get(8752).facts().invoices().get(0).id()).isEqualTo("PL-8753");
    }

    @Test
    void theTestFileOfThePurchaseLedgerStaysOpen() throws Exception {
        for (var mapping : new String[] {"purchase-ledger", "purchase-ledger-test"}) {
            var read = read("purchase-ledger/testData.csv", mapping);

            assertThat(read.rejects).isEmpty();
            assertThat(read.tally).isEqualTo(new CsvFile.Tally(1125, 0));
            assertThat(read.invoiced()).isEqualByComparingTo("1769451.56");
            assertThat(read.count(Account::payments)).isZero();
        }
    }

    private static Collected read(String file, String mapping) throws Exception {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "the shared portfolios are not here");
        return Collected.read(Files.newInputStream(path), Mapping.named(mapping));
    }
}
