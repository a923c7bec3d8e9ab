package io.dunlin.ledger;

import io.dunlin.book.Promise;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "promises")
public class PromiseRow extends Stored<Promise> {
    public String invoice;

    @Column(name = "on_day")
    public LocalDate on;

    public BigDecimal amount;

    @Column(name = "until_day")
    public LocalDate until;

    @Column(name = "by_whom")
    public String by;

    public LocalDate cancelledOn;

    @Override
    Promise toBook() {
        return new Promise(id, invoice, on, amount, until, by, cancelledOn);
    }

    @Override
    void take(Promise p) {
        id = p.id();
        invoice = p.invoice();
        on = p.on();
        amount = p.amount();
        until = p.until();
        by = p.by();
        cancelledOn = p.cancelledOn();
    }
}
