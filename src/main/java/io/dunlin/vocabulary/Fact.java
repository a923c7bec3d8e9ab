package io.dunlin.vocabulary;

/** Something a rule can match: exactly one customer, invoice or outcome. */
public sealed interface Fact permits Customer, Invoice, Outcome {
    /** ISO 4217 currency of every amount on this fact. */
    String currency();

    /** As-of exchange rates, used to bring a rule's threshold into {@link #currency()}. */
    Rates rates();

    /** Business key; orders facts so that input order never matters. */
    String id();
}
