package io.dunlin.language;

import java.math.BigDecimal;

/**
 * How much may change on the current book when the next version goes live; the live version's own word counts.
 *
 * @param changedCustomers percent of the customers decided by the strategy whose action becomes another one
 * @param newSevereActions customers and invoices that get a severe action they would not get today
 */
public record Budget(BigDecimal changedCustomers, int newSevereActions) {
    public static final Budget DEFAULT = new Budget(BigDecimal.valueOf(5), 0);

    /** Whichever of two limits is the wider one. */
    public Budget or(Budget other) {
        return new Budget(
                changedCustomers.max(other.changedCustomers), Math.max(newSevereActions, other.newSevereActions));
    }
}
