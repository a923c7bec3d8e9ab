package io.dunlin.ledger;

import io.dunlin.book.Contact;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "contacts")
public class ContactRow extends Stored<Contact> {
    public String customer;

    @Column(name = "on_day")
    public LocalDate on;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    @Enumerated(EnumType.STRING)
    public Contact.Result result;

    @Column(name = "by_whom")
    public String by;

    public String note;
    public String decision;

    @ElementCollection
    @CollectionTable(name = "contact_steps", joinColumns = @JoinColumn(name = "contact"))
    @OrderColumn(name = "position")
    @BatchSize(size = 1000)
    public List<StepRow> steps = new ArrayList<>();

    @Embeddable
    public static class StepRow {
        public String invoice;

        @Enumerated(EnumType.STRING)
        public Action action;

        public int level;

        static StepRow of(Contact.Step step) {
            var row = new StepRow();
            row.invoice = step.invoice();
            row.action = step.action();
            row.level = step.level();
            return row;
        }
    }

    @Override
    Contact toBook() {
        var done = steps.stream()
                .map(s -> new Contact.Step(s.invoice, s.action, s.level))
                .toList();
        return new Contact(id, customer, on, channel, result, by, note, decision, done);
    }

    @Override
    void take(Contact c) {
        id = c.id();
        customer = c.customer();
        on = c.on();
        channel = c.channel();
        result = c.result();
        by = c.by();
        note = c.note();
        decision = c.decision();
        steps.clear();
        c.steps().forEach(s -> steps.add(StepRow.of(s)));
    }
}
