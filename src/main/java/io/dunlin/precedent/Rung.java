package io.dunlin.precedent;

/** What was done for an invoice, whenever it was; the same object for the same steps. Remembers where each step leads. */
final class Rung {
    final int number;
    private final LongMap<Track[]> tracks = new LongMap<>();
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

    /**
     * By how an invoice stands; filled by whoever asks.
     *
     * @param owed the number of who owes how much of it
     */
    Track[] tracks(int owed) {
        var its = tracks.get(owed);
        if (its == null) {
            its = new Track[Invoices.STATES];
            tracks.put(owed, its);
        }
        return its;
    }
}
