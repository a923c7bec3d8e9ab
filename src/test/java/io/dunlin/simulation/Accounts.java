package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A portfolio on the heap. */
record Accounts(List<Account> list) implements Source {
    static final Rates RATES = Generator.rates();

    static Accounts generated(int customers, long seed) {
        return new Accounts(Generator.accounts(customers, seed, Generator.AS_OF).toList());
    }

    @Override
    public Stream<? extends Supplier<Account>> accounts() {
        return list.stream().map(account -> () -> account);
    }

    @Override
    public Book book(LocalDate day) {
        return new Book(day, day, RATES, new Book.SizeClasses("EUR", new BigDecimal("50000"), new BigDecimal("5000")));
    }

    @Override
    public Extent extent() {
        var currencies = new TreeSet<String>();
        list.forEach(account -> account.invoices().forEach(invoice -> currencies.add(invoice.currency())));
        int invoices =
                list.stream().mapToInt(account -> account.invoices().size()).sum();
        return new Extent(list.size(), invoices, 0, currencies);
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input("generated", "0"));
    }

    Basis between(Decider baseline, Decider candidate, LocalDate from, LocalDate to) throws SimulationRefused {
        var settings = new Settings(3, Map.of(), PricesReader.standard(), 1);
        return Setup.of(this, new Window(from, to), baseline, candidate, settings);
    }

    static Simulation simulation(Basis basis, int threads) {
        return new Simulation(
                basis,
                new PlainPlayer(basis.baseline(), basis.window(), basis.books()),
                new PlainPlayer(basis.candidate(), basis.window(), basis.books()),
                List.of(),
                threads);
    }

    Tallies run(Basis basis, int threads) throws Exception {
        return simulation(basis, threads).run(this, new Quiet(new ArrayList<>()));
    }

    record Quiet(List<Change> changes) implements Watcher {
        @Override
        public void leftOut(String sentence) {
            throw new AssertionError(sentence);
        }

        @Override
        public void changed(List<Change> some) {
            changes.addAll(some);
        }

        @Override
        public void progress(long customersDone) {}
    }
}
