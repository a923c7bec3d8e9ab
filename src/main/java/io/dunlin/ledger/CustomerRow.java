package io.dunlin.ledger;

import io.dunlin.book.Debtor;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Entity
@Table(name = "customers")
public class CustomerRow extends Stored<Debtor> {
    public String name;
    public String country;
    public String zone;
    public String language;

    @Enumerated(EnumType.STRING)
    public DebtorType type;

    @Column(name = "customer_group")
    public String group;

    public String segment;

    @Enumerated(EnumType.STRING)
    public Channel preferredChannel;

    public String email;
    public String phone;
    public String address;

    @Convert(converter = Channels.class)
    public Set<Channel> undeliverable;

    public LocalDate billingContactConfirmedOn;
    public String salesperson;
    public String collector;
    public BigDecimal creditLimit;
    public String creditCurrency;
    public LocalDate creditHoldSince;
    public LocalDate insolventSince;
    public boolean doNotContact;

    @Enumerated(EnumType.STRING)
    public SizeClass sizeClass;

    public String strategy;
    public String payer;

    @Override
    Debtor toBook() {
        return new Debtor(
                id,
                name,
                country,
                zone,
                language,
                type,
                group,
                segment,
                preferredChannel,
                email,
                phone,
                address,
                undeliverable,
                billingContactConfirmedOn,
                salesperson,
                collector,
                creditLimit,
                creditCurrency,
                creditHoldSince,
                insolventSince,
                doNotContact,
                sizeClass,
                strategy,
                payer);
    }

    @Override
    void take(Debtor d) {
        id = d.id();
        name = d.name();
        country = d.country();
        zone = d.zone();
        language = d.language();
        type = d.type();
        group = d.group();
        segment = d.segment();
        preferredChannel = d.preferredChannel();
        email = d.email();
        phone = d.phone();
        address = d.address();
        undeliverable = d.undeliverable();
        billingContactConfirmedOn = d.billingContactConfirmedOn();
        salesperson = d.salesperson();
        collector = d.collector();
        creditLimit = d.creditLimit();
        creditCurrency = d.creditCurrency();
        creditHoldSince = d.creditHoldSince();
        insolventSince = d.insolventSince();
        doNotContact = d.doNotContact();
        sizeClass = d.sizeClass();
        strategy = d.strategy();
        payer = d.payer();
    }

    /** A handful of words in one column; nobody searches by them. */
    @Converter
    public static class Channels implements AttributeConverter<Set<Channel>, String> {
        @Override
        public String convertToDatabaseColumn(Set<Channel> channels) {
            return channels.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        }

        @Override
        public Set<Channel> convertToEntityAttribute(String words) {
            return Stream.of(words.split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(Channel::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
        }
    }
}
