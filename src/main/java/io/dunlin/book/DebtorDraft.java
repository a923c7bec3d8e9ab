package io.dunlin.book;

import java.time.LocalDate;

/** A debtor with some of its master data changed; what is not named stays. */
public final class DebtorDraft {
    private final Debtor d;
    private String group;
    private String payer;
    private String collector;
    private LocalDate billingContactConfirmedOn;
    private LocalDate creditHoldSince;
    private LocalDate insolventSince;

    private DebtorDraft(Debtor d) {
        this.d = d;
        this.group = d.group();
        this.payer = d.payer();
        this.collector = d.collector();
        this.billingContactConfirmedOn = d.billingContactConfirmedOn();
        this.creditHoldSince = d.creditHoldSince();
        this.insolventSince = d.insolventSince();
    }

    public static DebtorDraft of(Debtor debtor) {
        return new DebtorDraft(debtor);
    }

    public DebtorDraft group(String its) {
        group = its;
        return this;
    }

    public DebtorDraft payer(String its) {
        payer = its;
        return this;
    }

    public DebtorDraft collector(String its) {
        collector = its;
        return this;
    }

    public DebtorDraft billingContactConfirmedOn(LocalDate day) {
        billingContactConfirmedOn = day;
        return this;
    }

    public DebtorDraft creditHoldSince(LocalDate day) {
        creditHoldSince = day;
        return this;
    }

    public DebtorDraft insolventSince(LocalDate day) {
        insolventSince = day;
        return this;
    }

    public Debtor debtor() {
        return new Debtor(
                d.id(),
                d.name(),
                d.country(),
                d.zone(),
                d.language(),
                d.type(),
                group,
                d.segment(),
                d.preferredChannel(),
                d.email(),
                d.phone(),
                d.address(),
                d.undeliverable(),
                billingContactConfirmedOn,
                d.salesperson(),
                collector,
                d.creditLimit(),
                d.creditCurrency(),
                creditHoldSince,
                insolventSince,
                d.doNotContact(),
                d.sizeClass(),
                d.strategy(),
                payer);
    }
}
