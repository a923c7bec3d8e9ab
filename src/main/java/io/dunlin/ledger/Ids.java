package io.dunlin.ledger;

/** Ids as they come in addresses. */
final class Ids {
    private static final int LONGEST = 100;

    private Ids() {}

    /** Whether such an id can be stored at all; PostgreSQL takes a NUL in a parameter for our mistake, not the caller's. */
    static boolean possible(String id) {
        return id != null
                && !id.isBlank()
                && id.length() <= LONGEST
                && id.chars().noneMatch(Character::isISOControl);
    }
}
