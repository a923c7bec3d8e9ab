package io.dunlin.precedent;

/** A map from numbers that boxes none of them. */
final class LongMap<T> {
    private long[] keys = new long[2];
    private Object[] values = new Object[2];
    private int size;

    /** Null where there is none. */
    @SuppressWarnings("unchecked")
    T get(long key) {
        return (T) values[find(key)];
    }

    void put(long key, T value) {
        if (++size * 2 > keys.length) {
            grow();
        }
        int at = find(key);
        keys[at] = key;
        values[at] = value;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (values[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
