package io.dunlin.precedent;

import io.dunlin.engine.Decider;
import io.dunlin.vocabulary.Rates;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** Why a strategy cannot be decided by precedents. */
final class Objections {
    static final int MOST_PAIRS = 30;
    private static final long FITS = 1L << 62;

    private Objections() {}

    /** A sentence for each reason; empty where it can. */
    static Set<String> to(Decider decider) {
        var rules = new ArrayList<>(decider.strategy().rules());
        rules.addAll(decider.guard().rules());
        var all = new Questions(rules);
        var objections = new TreeSet<>(all.objections());
        var widest = new Money(all, new Currency("EUR", 2, Rates.NONE));
        var ages = new Ages(all, decider.strategy().manifest().holds());
        var since = Scale.of(all.ofInvoice("daysSinceLastAction"), Scale.Measure.PLAIN);
        if (!new Profile(all).fits()
                || all.pairs().size() > MOST_PAIRS
                || widest.size() > FITS
                || ages.size() * since.places() > FITS >> Dossier.ACTIONS
                || !fits(widest.customer)
                || !fits(widest.invoice)) {
            objections.add("the strategy asks more questions than fit into the number of a case");
        }
        return objections;
    }

    private static boolean fits(Scale[] scales) {
        long left = FITS;
        for (var scale : scales) {
            left = scale == null ? left : left / scale.places();
        }
        return left > 0;
    }
}
