package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.generator.Generator;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Part of a simulation is played on another machine, to which everything travels as bytes and from which it comes back. */
class PackedTest {
    private static final Window MAY = new Window(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));

    @Test
    void partsPlayedElsewhereAddUpToTheWhole() throws Exception {
        var basis = new Basis(
                MAY,
                Books.of(MAY, day -> new Book(day, day, Generator.rates(), null)),
                decider("standard"),
                decider("small-business"),
                new Settings(3, Map.of(), PricesReader.standard(), 1),
                "EUR");
        var here = new Simulation(
                basis,
                new PlainPlayer(basis.baseline(), MAY, basis.books()),
                new PlainPlayer(basis.candidate(), MAY, basis.books()),
                List.of(),
                1);
        var there = Orders.unpacked(Orders.of(basis, 0).packed()).simulation();
        var whole = new Tallies();
        var parts = List.of(new Tallies(), new Tallies());
        for (var account : Generator.accounts(60, 7, Generator.AS_OF).toList()) {
            here.count(account, whole);
            there.count(account, parts.get(account.customer().id().hashCode() & 1));
        }

        var added = new Tallies();
        parts.forEach(part -> added.merge(Packed.tallies(Packed.of(part))));
        assertThat(text(added)).isEqualTo(text(whole));
        assertThat(whole.changedInvoices.count()).isPositive();
        assertThat(whole.flow).isNotEmpty();
    }

    private static String text(Tallies tallies) {
        return new String(Packed.of(tallies), StandardCharsets.UTF_8);
    }

    private static Decider decider(String strategy) throws Exception {
        return new Decider(
                StrategyCompiler.compile(StrategyFiles.read(Path.of("rules", strategy))),
                StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard"))));
    }
}
