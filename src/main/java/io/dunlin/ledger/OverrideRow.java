package io.dunlin.ledger;

import io.dunlin.book.ManualOverride;
import io.dunlin.vocabulary.Action;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "overrides")
public class OverrideRow extends Stored<ManualOverride> {
    public String customer;
    public String invoice;

    @Enumerated(EnumType.STRING)
    public Action action;

    public int level;

    @Enumerated(EnumType.STRING)
    public ManualOverride.Reason reason;

    @Column(name = "because")
    public String text;

    @Column(name = "by_whom")
    public String by;

    @Column(name = "from_day")
    public LocalDate from;

    @Column(name = "until_day")
    public LocalDate until;

    public LocalDate liftedOn;

    @Override
    ManualOverride toBook() {
        return new ManualOverride(id, customer, invoice, action, level, reason, text, by, from, until, liftedOn);
    }

    @Override
    void take(ManualOverride o) {
        id = o.id();
        customer = o.customer();
        invoice = o.invoice();
        action = o.action();
        level = o.level();
        reason = o.reason();
        text = o.text();
        by = o.by();
        from = o.from();
        until = o.until();
        liftedOn = o.liftedOn();
    }
}
