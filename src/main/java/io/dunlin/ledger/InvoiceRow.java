package io.dunlin.ledger;

import io.dunlin.book.Receivable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "invoices")
public class InvoiceRow extends Stored<Receivable> {
    public String customer;
    public LocalDate issued;
    public LocalDate due;
    public BigDecimal amount;
    public String currency;
    public String terms;
    public String reference;
    public boolean undelivered;
    public LocalDate returnableUntil;
    public BigDecimal resaleValue;

    /** Null where nothing is known of the goods. */
    public Boolean retentionOfTitle;

    public LocalDate writtenOffOn;
    public String chargeFor;
    public Integer chargeLevel;

    @Override
    Receivable toBook() {
        var goods =
                retentionOfTitle == null ? null : new Receivable.Goods(returnableUntil, resaleValue, retentionOfTitle);
        var charge = chargeFor == null ? null : new Receivable.Charge(chargeFor, chargeLevel);
        return new Receivable(
                id,
                customer,
                issued,
                due,
                amount,
                currency,
                terms,
                reference,
                undelivered,
                goods,
                writtenOffOn,
                charge);
    }

    @Override
    void take(Receivable r) {
        id = r.id();
        customer = r.customer();
        issued = r.issued();
        due = r.due();
        amount = r.amount();
        currency = r.currency();
        terms = r.terms();
        reference = r.reference();
        undelivered = r.undelivered();
        returnableUntil = r.goods() == null ? null : r.goods().returnableUntil();
        resaleValue = r.goods() == null ? null : r.goods().resaleValue();
        retentionOfTitle = r.goods() == null ? null : r.goods().retentionOfTitle();
        writtenOffOn = r.writtenOffOn();
        chargeFor = r.charge() == null ? null : r.charge().invoice();
        chargeLevel = r.charge() == null ? null : (Integer) r.charge().level();
    }
}
