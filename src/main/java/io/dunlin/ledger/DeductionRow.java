package io.dunlin.ledger;

import io.dunlin.book.Deduction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "deductions")
public class DeductionRow extends Stored<Deduction> {
    public String invoice;

    @Column(name = "on_day")
    public LocalDate on;

    public BigDecimal amount;
    public String reason;
    public String plan;
    public LocalDate decidedOn;
    public Boolean matched;
    public LocalDate settledOn;

    @Override
    Deduction toBook() {
        return new Deduction(id, invoice, on, amount, reason, plan, decidedOn, matched, settledOn);
    }

    @Override
    void take(Deduction d) {
        id = d.id();
        invoice = d.invoice();
        on = d.on();
        amount = d.amount();
        reason = d.reason();
        plan = d.plan();
        decidedOn = d.decidedOn();
        matched = d.matched();
        settledOn = d.settledOn();
    }
}
