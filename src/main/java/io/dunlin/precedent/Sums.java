package io.dunlin.precedent;

/** What a customer's open invoices come to together. */
final class Sums {
    static final int NEVER = Integer.MAX_VALUE;

    long exposure;
    long overdue;
    long collectable;
    int overdueInvoices;
    /** Of the overdue ones; {@link #NEVER} where none is. */
    int oldestDue;

    void clear() {
        exposure = overdue = collectable = overdueInvoices = 0;
        oldestDue = NEVER;
    }

    void add(long balance, long itsCollectable, int due, int day) {
        exposure += balance;
        collectable += itsCollectable;
        if (due < day) {
            overdue += balance;
            overdueInvoices++;
            oldestDue = Math.min(oldestDue, due);
        }
    }
}
