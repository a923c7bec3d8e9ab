package io.dunlin.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One reason why something is not done.
 *
 * @param amount how much it withholds, in the currency of what it blocks; null where it withholds everything
 * @param until last day it holds; null where only an event lifts it
 * @param liftedBy who may lift it earlier
 * @param rule the guard rule or override behind it; null for the built-in holds
 */
public record Blocker(
        Code code, Scope scope, BigDecimal amount, LocalDate until, Role liftedBy, String rule, String text) {
    public enum Scope {
        INVOICE,
        CUSTOMER,
        /** The corporate group the customer belongs to. */
        GROUP
    }

    public enum Code {
        PAID,
        NOT_DUE,
        NO_DUE_DATE,
        NOT_DELIVERED,
        DISPUTED,
        DEDUCTION_CLAIMED,
        PROMISED,
        ON_PLAN,
        IN_TRANSIT,
        UNALLOCATED_CREDIT,
        REACTION_TIME,
        HOLD,
        OVERRIDDEN,
        IN_COLLECTION_ELSEWHERE,
        ALREADY_DONE,
        QUIET_DAYS,
        CONTACT_LIMIT,
        NON_WORKING_DAY,
        ONE_CONTACT_PER_CUSTOMER,
        GUARD,
        TIE,
        NO_CHANNEL,
        NO_RATE,
        NO_RULE
    }
}
