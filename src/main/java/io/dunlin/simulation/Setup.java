package io.dunlin.simulation;

import io.dunlin.assumption.Assumptions;
import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Rates;
import java.util.TreeSet;

/** Brings a portfolio and two strategies together, or says why they do not go together. */
public final class Setup {
    private static final long MOST_SUMS = 1_000_000;

    private Setup() {}

    public static Basis of(Source source, Window window, Decider baseline, Decider candidate, Settings settings)
            throws SimulationRefused {
        if (window.from().isAfter(window.to())) {
            throw new SimulationRefused(
                    "the first day (" + window.from() + ") is after the last (" + window.to() + "); swap them");
        }
        if (source.extent().invoices() == 0) {
            throw new SimulationRefused("the portfolio has no invoices; there is nothing to simulate");
        }
        if (settings.assumptions() != null) {
            assumable(window, settings.assumptions());
        }
        var books = Books.of(window, source::book);
        var currency = currency(source, books.on(window.to()).rates(), baseline, candidate);
        return new Basis(window, books, baseline, candidate, settings, currency);
    }

    /** Each thread keeps a sum for every day, draw and strategy; nobody should find out by running out of memory. */
    public static void assumable(Window window, Assumptions assumptions) throws SimulationRefused {
        if (window.isSnapshot()) {
            throw new SimulationRefused(
                    "nothing can be drawn for a snapshot of one day; say an earlier first day, or leave the assumptions out");
        }
        long days = window.from().datesUntil(window.to().plusDays(1)).count();
        if (days * assumptions.draws() > MOST_SUMS) {
            throw new SimulationRefused(days + " days with " + assumptions.draws() + " draws each are more than "
                    + MOST_SUMS + " sums; say fewer `draws` in the assumptions, or fewer days");
        }
    }

    /** The portfolio's own where it has one only, else that of the baseline. All must convert, or sums would lie. */
    private static String currency(Described source, Rates rates, Decider baseline, Decider candidate)
            throws SimulationRefused {
        var currencies = source.extent().currencies();
        var reporting = currencies.size() == 1
                ? currencies.first()
                : baseline.strategy().manifest().currency();
        var needed = new TreeSet<>(currencies);
        for (var decider : new Decider[] {baseline, candidate}) {
            needed.addAll(decider.strategy().manifest().moneyCurrencies());
            needed.addAll(decider.guard().manifest().moneyCurrencies());
        }
        needed.removeIf(own -> rates.converts(own, reporting));
        if (!needed.isEmpty()) {
            throw new SimulationRefused("the portfolio and the strategies use several currencies and there is no rate"
                    + " between " + reporting + " and " + String.join(", ", needed)
                    + "; add `rates` to the mapping, such as rates: { EUR: 1, USD: 1.15 }, or PUT them where the"
                    + " book is live");
        }
        return reporting;
    }
}
