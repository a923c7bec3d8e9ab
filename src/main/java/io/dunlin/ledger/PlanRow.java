package io.dunlin.ledger;

import io.dunlin.book.Plan;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "plans")
public class PlanRow extends Stored<Plan> {
    public String customer;

    @ElementCollection
    @CollectionTable(name = "plan_invoices", joinColumns = @JoinColumn(name = "plan"))
    @OrderColumn(name = "position")
    @Column(name = "invoice")
    @BatchSize(size = 1000)
    public List<String> invoices = new ArrayList<>();

    @Column(name = "on_day")
    public LocalDate on;

    @ElementCollection
    @CollectionTable(name = "plan_instalments", joinColumns = @JoinColumn(name = "plan"))
    @OrderColumn(name = "position")
    @BatchSize(size = 1000)
    public List<InstalmentRow> instalments = new ArrayList<>();

    public String terms;
    public LocalDate cancelledOn;

    @Embeddable
    public static class InstalmentRow {
        public LocalDate due;
        public BigDecimal amount;

        static InstalmentRow of(Plan.Instalment instalment) {
            var row = new InstalmentRow();
            row.due = instalment.due();
            row.amount = instalment.amount();
            return row;
        }
    }

    @Override
    Plan toBook() {
        var parts = instalments.stream()
                .map(i -> new Plan.Instalment(i.due, i.amount))
                .toList();
        return new Plan(id, customer, invoices, on, parts, terms, cancelledOn);
    }

    @Override
    void take(Plan p) {
        id = p.id();
        customer = p.customer();
        invoices.clear();
        invoices.addAll(p.invoices());
        on = p.on();
        instalments.clear();
        p.instalments().forEach(i -> instalments.add(InstalmentRow.of(i)));
        terms = p.terms();
        cancelledOn = p.cancelledOn();
    }
}
