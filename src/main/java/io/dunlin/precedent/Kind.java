package io.dunlin.precedent;

import java.util.Arrays;

/** Everything about an invoice itself that can matter today; remembers what was decided, by the state of its customer. */
final class Kind {
    private static final int FREE = -1;

    final View view;
    private int[] asked = {FREE, FREE};
    private Entry[] decided = new Entry[2];
    private int size;
    private int last = FREE;
    private Entry lastDecided;

    Kind(View view) {
        this.view = view;
    }

    /** Null where it was not decided yet. */
    Entry get(int customer) {
        if (customer != last) {
            lastDecided = decided[find(customer)];
            last = lastDecided == null ? FREE : customer;
        }
        return lastDecided;
    }

    void put(int customer, Entry entry) {
        if (size * 2 >= asked.length) {
            grow();
        }
        int at = find(customer);
        asked[at] = customer;
        decided[at] = entry;
        size++;
    }

    private int find(int customer) {
        int mask = asked.length - 1;
        int at = (customer * 0x9E3779B9) >>> 7 & mask;
        while (asked[at] != FREE && asked[at] != customer) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var before = asked;
        var entries = decided;
        asked = new int[before.length * 2];
        decided = new Entry[asked.length];
        Arrays.fill(asked, FREE);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int at = find(before[i]);
                asked[at] = before[i];
                decided[at] = entries[i];
            }
        }
    }
}
