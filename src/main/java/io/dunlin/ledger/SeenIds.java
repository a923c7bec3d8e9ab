package io.dunlin.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Ids a file has named so far, as 64-bit hashes (FNV-1a) in one array: two million cost 32 MB. Two ids that share a hash
 * would at worst have the second one refused where it also contradicts what is stored.
 */
final class SeenIds {
    private long[] slots = new long[1 << 12];
    private int size;

    boolean contains(String id) {
        return slots[slot(slots, hash(id))] != 0;
    }

    void add(String id) {
        if (size * 2 >= slots.length) {
            grow();
        }
        var hash = hash(id);
        int slot = slot(slots, hash);
        if (slots[slot] == 0) {
            slots[slot] = hash;
            size++;
        }
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (var hash : slots) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    /** Where the hash is, or the empty place where it belongs. */
    private static int slot(long[] slots, long hash) {
        int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (var b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
