package io.dunlin.book;

import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Master data of a customer. Only {@code id} and {@code country} are indispensable; what is null is not known.
 *
 * @param country ISO 3166-1 alpha-2; decides working days
 * @param zone IANA time zone; decides which calendar day it is for the customer
 * @param language BCP 47
 * @param undeliverable channels known to be dead (bounced mail, returned letter, wrong number)
 * @param sizeClass given by a caller who knows the whole book; null lets the book decide
 * @param strategy overrides the seller's default strategy for this customer; null for the default
 * @param payer customer number of who pays for this one and is looked at too; null where it pays, and is judged, itself
 */
public record Debtor(
        String id,
        String name,
        String country,
        String zone,
        String language,
        DebtorType type,
        String group,
        String segment,
        Channel preferredChannel,
        String email,
        String phone,
        String address,
        Set<Channel> undeliverable,
        LocalDate billingContactConfirmedOn,
        String salesperson,
        String collector,
        BigDecimal creditLimit,
        String creditCurrency,
        LocalDate creditHoldSince,
        LocalDate insolventSince,
        boolean doNotContact,
        SizeClass sizeClass,
        String strategy,
        String payer) {

    public Debtor {
        type = type == null ? DebtorType.UNKNOWN : type;
        undeliverable = inOrder(undeliverable);
    }

    /** In an order of its own and not the JVM's: the facts of a decision are hashed, on every machine to the same id. */
    private static Set<Channel> inOrder(Set<Channel> channels) {
        var ordered = EnumSet.noneOf(Channel.class);
        if (channels != null) {
            ordered.addAll(channels);
        }
        return Collections.unmodifiableSet(ordered);
    }

    /** A customer of whom only this much is known. */
    public static Debtor of(String id, String name, String country) {
        return new Debtor(
                id, name, country, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, false, null, null, null);
    }
}
