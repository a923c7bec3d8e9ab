package io.dunlin.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.portfolio.Rejections;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class GeneratedPortfolioTest {
    @TempDir
    Path directory;

    @Test
    void theSameSeedGivesTheSameBytesOnEveryMachine() throws Exception {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            write(500, 42, directory);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(hash(directory)).isEqualTo("afd42bf5b76ce5c6bd5e59c2d84cf77abd1e9eab0ad11926fc1f4bb09772b370");
    }

    @Test
    void anotherSeedGivesAnotherPortfolio() {
        assertThat(Generator.account(1, 1, Generator.AS_OF)).isNotEqualTo(Generator.account(1, 2, Generator.AS_OF));
    }

    @Test
    void aSmallPortfolioIsTheBeginningOfALargeOne() {
        var small = Generator.accounts(20, 7, Generator.AS_OF).toList();
        assertThat(Generator.accounts(40, 7, Generator.AS_OF).limit(20).toList())
                .isEqualTo(small);
    }

    @Test
    void whatIsReadBackEqualsWhatWasWritten() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            write(700, seed, directory);
            try (var portfolio = Portfolio.open(PortfolioFiles.of(directory, null), Rejections.NONE_EXPECTED);
                    var accounts = portfolio.accounts()) {
                var written = Generator.accounts(700, seed, Generator.AS_OF).toList();
                assertThat(accounts.toList()).isEqualTo(written);
                assertThat(portfolio.counts().customers()).isEqualTo(700);
                assertThat(portfolio.counts().rejected()).isZero();
            }
        }
    }

    @Test
    void aTenthOfTheCustomersOwesMostAndEveryKindOfEventHappens() {
        var accounts = Generator.accounts(3000, 42, Generator.AS_OF).toList();
        var invoices = accounts.stream()
                .mapToLong(account -> account.invoices().size())
                .sum();
        assertThat(invoices / 3000.0).as("invoices per customer").isBetween(12.0, 14.0);
        var totals = accounts.stream()
                .map(GeneratedPortfolioTest::invoiced)
                .sorted(Comparator.reverseOrder())
                .toList();
        var all = totals.stream().mapToDouble(BigDecimal::doubleValue).sum();
        var tenth =
                totals.stream().limit(300).mapToDouble(BigDecimal::doubleValue).sum();
        assertThat(tenth / all).isGreaterThan(0.6);
        for (var list : List.<java.util.function.Function<Account, List<?>>>of(
                Account::payments,
                Account::credits,
                Account::disputes,
                Account::deductions,
                Account::promises,
                Account::plans,
                Account::contacts,
                Account::holds)) {
            assertThat(accounts).anyMatch(account -> !list.apply(account).isEmpty());
        }
    }

    private static BigDecimal invoiced(Account account) {
        return account.invoices().stream().map(invoice -> invoice.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static void write(int customers, long seed, Path directory) throws Exception {
        try (var writer = new PortfolioWriter(directory)) {
            Generator.accounts(customers, seed, Generator.AS_OF).forEach(writer::write);
            writer.finish("generated", Generator.AS_OF, new Rates(Market.RATES));
        }
    }

    private static String hash(Path directory) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(directory)) {
            for (var file : files.sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
