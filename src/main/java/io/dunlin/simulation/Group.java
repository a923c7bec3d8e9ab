package io.dunlin.simulation;

import java.math.BigDecimal;

/** One line of the comparison by segment, size class, country or age. */
final class Group {
    enum By {
        SEGMENT,
        SIZE_CLASS,
        COUNTRY,
        AGE
    }

    long customers;
    long changedCustomers;
    long invoices;
    long changedInvoices;
    final long[] contacts = new long[Arm.values().length];
    BigDecimal open = Sum.NOTHING.amount();
    final BigDecimal[] cost = {BigDecimal.ZERO, BigDecimal.ZERO};

    void merge(Group other) {
        customers += other.customers;
        changedCustomers += other.changedCustomers;
        invoices += other.invoices;
        changedInvoices += other.changedInvoices;
        open = open.add(other.open);
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] += other.contacts[i];
            cost[i] = cost[i].add(other.cost[i]);
        }
    }
}
