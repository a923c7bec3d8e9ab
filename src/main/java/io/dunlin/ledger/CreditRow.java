package io.dunlin.ledger;

import io.dunlin.book.Credit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "credits")
public class CreditRow extends Stored<Credit> {
    public String customer;
    public String invoice;

    @Column(name = "on_day")
    public LocalDate on;

    public BigDecimal amount;
    public String currency;
    public LocalDate cancelledOn;
    public LocalDate allocatedOn;

    @Override
    Credit toBook() {
        return new Credit(id, customer, invoice, on, amount, currency, cancelledOn, allocatedOn);
    }

    @Override
    void take(Credit c) {
        id = c.id();
        customer = c.customer();
        invoice = c.invoice();
        on = c.on();
        amount = c.amount();
        currency = c.currency();
        cancelledOn = c.cancelledOn();
        allocatedOn = c.allocatedOn();
    }
}
