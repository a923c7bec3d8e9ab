package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.generator.GeneratedPortfolioTest;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted in memory or by the database: nobody can tell which. */
class SmallPortfolioTest {
    private record Seen(
            Portfolio.Counts counts, List<String> rejects, List<Account> accounts, List<SizeClasses> classes) {}

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 400})
    void isReadInMemoryAsTheDatabaseReadsIt(int customers) throws Exception {
        GeneratedPortfolioTest.write(customers, 11, directory);
        assertThat(seen(new HeapRows())).isEqualTo(seen(Staging.create()));
    }

    @Test
    void withItsRowsInDisorderAndContradictionsInItToo() throws Exception {
        GeneratedPortfolioTest.write(300, 12, directory);
        var dice = new Random(3);
        for (var name : List.of("customers", "invoices", "payments", "credits", "disputes", "contacts", "plans")) {
            var file = directory.resolve(name + ".csv");
            var lines = new ArrayList<>(Files.readAllLines(file));
            var header = lines.remove(0);
            // The same row twice, and an invoice that is somebody else's.
            for (int i = 0; i < 20 && !lines.isEmpty(); i++) {
                lines.add(lines.get(dice.nextInt(lines.size())));
            }
            lines.addAll(lines.subList(0, Math.min(5, lines.size())).stream()
                    .map(line -> line.replaceAll("C0000(\\d)", "C0001$1"))
                    .toList());
            Collections.shuffle(lines, dice);
            lines.add(0, header);
            Files.write(file, lines);
        }
        var heap = seen(new HeapRows());
        assertThat(heap.rejects()).anyMatch(r -> r.contains("already on line"));
        assertThat(heap.rejects()).anyMatch(r -> r.contains("another customer") || r.contains("no such invoice"));
        assertThat(heap).isEqualTo(seen(Staging.create()));
    }

    private Seen seen(Rows rows) throws Exception {
        var rejections = new Rejections();
        try (var portfolio = Portfolio.open(PortfolioFiles.of(directory, null), rejections, rows)) {
            var classes = new ArrayList<SizeClasses>();
            for (int days : new int[] {-400, -90, 0, 30}) {
                LocalDate day = Generator.AS_OF.plusDays(days);
                classes.add(portfolio.book(day).classes());
                classes.add(portfolio
                        .book(day, new Rates(Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.13"))))
                        .classes());
            }
            try (var accounts = portfolio.accounts()) {
                return new Seen(portfolio.counts(), rejections.all, accounts.toList(), classes);
            }
        }
    }
}
