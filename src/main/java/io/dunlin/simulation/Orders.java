package io.dunlin.simulation;

import io.dunlin.book.Book;
import io.dunlin.engine.Decider;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** All that another machine needs to know to play customers just as this one would. */
public record Orders(
        Policy baseline,
        Policy candidate,
        Window window,
        Map<LocalDate, Book> books,
        Settings settings,
        String currency,
        int effects) {

    record Policy(StrategyFiles strategy, StrategyFiles guard) {
        static Policy of(Decider decider) {
            return new Policy(decider.strategy().files(), decider.guard().files());
        }

        Decider decider() {
            try {
                return new Decider(StrategyCompiler.compile(strategy), StrategyCompiler.compile(guard));
            } catch (StrategyRefused e) {
                throw new IllegalStateException("what compiled on one machine does not on another", e);
            }
        }
    }

    /** @param effects as many changes are played by themselves, see {@link Ablation} */
    public static Orders of(Basis basis, int effects) {
        var books = new TreeMap<LocalDate, Book>();
        basis.books()
                .reassessments()
                .forEach(day -> books.put(day, basis.books().on(day)));
        return new Orders(
                Policy.of(basis.baseline()),
                Policy.of(basis.candidate()),
                basis.window(),
                books,
                basis.settings(),
                basis.currency(),
                effects);
    }

    public byte[] packed() {
        return Packed.write(this);
    }

    public static Orders unpacked(byte[] packed) {
        return Packed.read(packed, Orders.class);
    }

    public Basis basis() {
        return new Basis(
                window, Books.of(window, books::get), baseline.decider(), candidate.decider(), settings, currency);
    }

    /** On one thread; a machine that has several plays several parts at once. */
    public Simulation simulation() {
        var basis = basis();
        return simulation(basis, ablation(basis), 1);
    }

    public Ablation ablation(Basis basis) {
        return Ablation.between(basis.baseline(), basis.candidate(), effects);
    }

    /** With what was compiled before, which takes longer than many a part. */
    public static Simulation simulation(Basis basis, Ablation ablation, int threads) {
        var alone = ablation.variants().stream()
                .map(variant -> new Simulation.Alone(variant.what(), player(variant.decider(), basis)))
                .toList();
        return new Simulation(basis, player(basis.baseline(), basis), player(basis.candidate(), basis), alone, threads);
    }

    private static Player player(Decider decider, Basis basis) {
        return new FastPlayer(decider, basis.window(), basis.books());
    }
}
