package io.dunlin.precedent;

/** What was done for an invoice, whenever it was; the same object for the same steps. Remembers where each step leads. */
final class Rung {
    final int number;
    /** By who owes how much, and how the invoice stands. */
    final LongMap<Track> tracks = new LongMap<>();

    private final LongMap<Rung> next = new LongMap<>();

    Rung(int number) {
        this.number = number;
    }

    /** Null where nobody went there yet. */
    Rung after(long step) {
        return next.get(step);
    }

    void leads(long step, Rung to) {
        next.put(step, to);
    }
}
