package io.dunlin.ledger;

import io.dunlin.book.Payment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "payments")
public class PaymentRow extends Stored<Payment> {
    public String customer;
    public String invoice;

    @Column(name = "on_day")
    public LocalDate on;

    public BigDecimal amount;
    public String currency;

    @Enumerated(EnumType.STRING)
    public Payment.State state;

    public LocalDate reversedOn;
    public LocalDate bookedOn;
    public LocalDate allocatedOn;

    @Override
    Payment toBook() {
        return new Payment(id, customer, invoice, on, amount, currency, state, reversedOn, bookedOn, allocatedOn);
    }

    @Override
    void take(Payment p) {
        id = p.id();
        customer = p.customer();
        invoice = p.invoice();
        on = p.on();
        amount = p.amount();
        currency = p.currency();
        state = p.state();
        reversedOn = p.reversedOn();
        bookedOn = p.bookedOn();
        allocatedOn = p.allocatedOn();
    }
}
