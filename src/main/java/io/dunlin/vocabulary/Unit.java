package io.dunlin.vocabulary;

/** What a number or value of a field means; a comparison must keep to one unit. */
public enum Unit {
    /** Calendar days in the customer's zone. */
    DAYS,
    /** Working days of the customer's country. */
    WORKING_DAYS,
    /** An exact amount in the currency of the fact it stands on. */
    MONEY,
    /** Whole percent, 0 to 100. */
    PERCENT,
    /** How many. */
    COUNT,
    /** A calendar date. */
    DATE,
    /** A word, a name or yes/no. */
    NONE
}
