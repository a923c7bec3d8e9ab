package io.dunlin.vocabulary;

/** How a customer is reached. */
public enum Channel {
    EMAIL,
    LETTER,
    PHONE,
    SMS,
    CHAT,
    PORTAL,
    VISIT,
    /** Work inside the house; the customer notices nothing. */
    INTERNAL;

    public boolean reachesCustomer() {
        return this != INTERNAL;
    }

    /** Whether a text can be sent this way. */
    public boolean isWritten() {
        return this != PHONE && this != VISIT && this != INTERNAL;
    }
}
