package io.dunlin.ledger;

import io.dunlin.book.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "holds")
public class HoldRow extends Stored<Hold> {
    public String customer;
    public String invoice;
    public String reason;

    @Column(name = "from_day")
    public LocalDate from;

    @Column(name = "until_day")
    public LocalDate until;

    @Column(name = "by_whom")
    public String by;

    public LocalDate liftedOn;

    @Override
    Hold toBook() {
        return new Hold(id, customer, invoice, reason, from, until, by, liftedOn);
    }

    @Override
    void take(Hold h) {
        id = h.id();
        customer = h.customer();
        invoice = h.invoice();
        reason = h.reason();
        from = h.from();
        until = h.until();
        by = h.by();
        liftedOn = h.liftedOn();
    }
}
