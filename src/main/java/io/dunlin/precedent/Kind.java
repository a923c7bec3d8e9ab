package io.dunlin.precedent;

/** Everything about an invoice itself that can matter today. */
final class Kind {
    final View view;
    private final LongMap<Entry> decided = new LongMap<>();
    private long last = -1;
    private Entry lastDecided;

    Kind(View view) {
        this.view = view;
    }

    /**
     * What was decided; null where nobody stood like that before.
     *
     * @param asked the state of the customer; most customers answer what the one before them did
     */
    Entry decided(long asked) {
        if (asked != last) {
            var known = decided.get(asked);
            if (known == null) {
                return null;
            }
            last = asked;
            lastDecided = known;
        }
        return lastDecided;
    }

    void decided(long asked, Entry entry) {
        decided.put(asked, entry);
    }
}
