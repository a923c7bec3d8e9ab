package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunlin.mapping.Mapping;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RealPortfoliosInTheLedgerTest extends EmptyLedger {
    private static final Path DATA = Path.of("../shared/data");

    @Inject
    Imports imports;

    @ParameterizedTest
    @CsvSource({
        "ibm-late-payments/WA_Fn-UseC_-Accounts-Receivable.csv, ibm-late-payments",
        "purchase-ledger/trainData.csv, purchase-ledger",
        "purchase-ledger/testData.csv, purchase-ledger-test"
    })
    void goInAndASecondTimeChangeNothing(String file, String mapping) throws Exception {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "the shared portfolios are not here");
        var first = imports.run(path, file, Mapping.named(mapping));
        assertThat(first.rowsGood()).isPositive();
        assertThat(first.rejects()).isEmpty();
        var second = imports.run(path, file, Mapping.named(mapping));
        assertThat(second.rowsGood()).isEqualTo(first.rowsGood());
        assertThat(second.rowsBad()).isEqualTo(first.rowsBad());
        assertThat(second.unchanged()).isEqualTo(second.rowsGood());
    }
}
