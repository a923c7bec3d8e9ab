package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunlin.engine.Policies;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fast and plain, row by row, on portfolios nobody here made; left out where they are not on this machine. Some weeks here,
 * half a year in {@code .ci/prove-shortcuts}.
 */
class ShortcutsOnRealPortfoliosTest {
    @ParameterizedTest
    @CsvSource({
        "ibm-late-payments/WA_Fn-UseC_-Accounts-Receivable.csv, ibm-late-payments, 2012-11-01, 2012-12-31",
        "purchase-ledger/trainData.csv, purchase-ledger, 2015-05-18, 2015-05-31",
        "purchase-ledger/trainData.csv, purchase-ledger, 2015-06-30, 2015-06-30",
    })
    void everyRowAndEveryChangeIsTheSame(String file, String mapping, LocalDate from, LocalDate to) throws Exception {
        var files = ShortcutProof.real(file, mapping);
        assumeTrue(files != null, file + " is not on this machine");
        var window = new Window(from, to);
        try (var portfolio = ShortcutProof.open(files)) {
            var proofs = new TreeMap<String, ShortcutProof>();
            for (var strategy : Policies.SHIPPED) {
                var proof = new ShortcutProof(Policies.shipped(strategy), window, portfolio::book);
                try (var accounts = portfolio.accounts()) {
                    accounts.forEach(proof::compare);
                }
                assertThat(proof.effort().fast()).as("played fast").isPositive();
                proofs.put(strategy, proof);
            }
            assertThat(proofs.get("standard").rows()).as("something happened").isPositive();
            theSameDocument(files, portfolio, window, proofs);
        }
    }

    /** With what was played fast, and played anew and plainly: changes, sums and the hash of all rows. */
    private static void theSameDocument(
            PortfolioFiles files, Portfolio portfolio, Window window, Map<String, ShortcutProof> proofs)
            throws Exception {
        var source = FileSource.of(portfolio, files, Contents.of(files));
        var standard = Policies.shipped("standard");
        var small = Policies.shipped("small-business");
        var settings = new Settings(3, Map.of(), PricesReader.standard(), 1);
        var basis = Setup.of(source, window, standard, small, settings);
        var fast = document(
                basis,
                source,
                proofs.get("standard").recorded(),
                proofs.get("small-business").recorded());
        var plain = document(
                basis,
                source,
                new PlainPlayer(standard, window, basis.books()),
                new PlainPlayer(small, window, basis.books()));
        assertThat(fast.get(0)).isEqualTo(plain.get(0));
        assertThat(fast.get(1)).isEqualTo(plain.get(1));
    }

    private static List<Object> document(Basis basis, Source source, Player baseline, Player candidate)
            throws Exception {
        var watcher = new Accounts.Quiet(new ArrayList<>());
        var tallies = new Simulation(basis, baseline, candidate, List.of(), 1).run(source, watcher);
        var comparison = new Composer(basis, source, tallies, null).compose();
        assertThat(comparison.manifest().resultSha256()).hasSize(64);
        return List.of(comparison, watcher.changes());
    }
}
