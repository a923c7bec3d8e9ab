package io.dunlin.ledger;

import io.dunlin.book.Dispute;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "disputes")
public class DisputeRow extends Stored<Dispute> {
    public String invoice;

    @Column(name = "on_day")
    public LocalDate on;

    public BigDecimal amount;
    public String reason;
    public String owner;
    public LocalDate resolvedOn;

    @Override
    Dispute toBook() {
        return new Dispute(id, invoice, on, amount, reason, owner, resolvedOn);
    }

    @Override
    void take(Dispute d) {
        id = d.id();
        invoice = d.invoice();
        on = d.on();
        amount = d.amount();
        reason = d.reason();
        owner = d.owner();
        resolvedOn = d.resolvedOn();
    }
}
