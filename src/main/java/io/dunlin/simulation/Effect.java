package io.dunlin.simulation;

import java.math.BigDecimal;

/**
 * What one change does by itself, against the baseline.
 *
 * @param contacts more (or fewer) than the baseline's
 * @param cost more (or less)
 */
public record Effect(String change, long changedInvoices, long changedCustomers, long contacts, BigDecimal cost) {
    static final Effect NONE = new Effect("", 0, 0, 0, BigDecimal.ZERO);

    Effect plus(Effect other) {
        return new Effect(
                other.change,
                changedInvoices + other.changedInvoices,
                changedCustomers + other.changedCustomers,
                contacts + other.contacts,
                cost.add(other.cost));
    }

    static Effect of(String change, Compared compared, Prices prices) {
        return new Effect(
                change,
                compared.fates().stream().filter(Fate::isChanged).count(),
                compared.divergence() == null ? 0 : 1,
                contacts(compared.candidate()) - contacts(compared.baseline()),
                cost(compared.candidate(), prices).subtract(cost(compared.baseline(), prices)));
    }

    private static long contacts(Played played) {
        return played.done().stream().filter(Done::isContact).count();
    }

    private static BigDecimal cost(Played played, Prices prices) {
        return played.done().stream().map(prices::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
