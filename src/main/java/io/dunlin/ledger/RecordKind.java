package io.dunlin.ledger;

import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What taking in, checking and reading back must know of one kind of record, so that each is written once for all.
 *
 * @param list its list in an account, and its address
 * @param customer who owns it; null where that follows from its invoice
 * @param invoices those it is about, as it names them
 * @param into where it goes in an account
 */
record RecordKind<B extends Record, R extends Stored<B>>(
        String list,
        Class<R> rows,
        Supplier<R> blank,
        Function<B, String> id,
        Function<B, String> customer,
        Function<B, Stream<String>> invoices,
        Function<Gathered, List<B>> into) {

    static final RecordKind<Debtor, CustomerRow> CUSTOMERS = new RecordKind<>(
            "customers", CustomerRow.class, CustomerRow::new, Debtor::id, Debtor::id, d -> Stream.of(), null);

    static final RecordKind<Receivable, InvoiceRow> INVOICES = new RecordKind<>(
            "invoices",
            InvoiceRow.class,
            InvoiceRow::new,
            Receivable::id,
            Receivable::customer,
            i -> Stream.of(i.charge() == null ? null : i.charge().invoice()),
            g -> g.invoices);

    static final RecordKind<Payment, PaymentRow> PAYMENTS = new RecordKind<>(
            "payments",
            PaymentRow.class,
            PaymentRow::new,
            Payment::id,
            Payment::customer,
            p -> Stream.of(p.invoice()),
            g -> g.payments);

    static final RecordKind<Credit, CreditRow> CREDITS = new RecordKind<>(
            "credits",
            CreditRow.class,
            CreditRow::new,
            Credit::id,
            Credit::customer,
            c -> Stream.of(c.invoice()),
            g -> g.credits);

    static final RecordKind<Dispute, DisputeRow> DISPUTES = new RecordKind<>(
            "disputes",
            DisputeRow.class,
            DisputeRow::new,
            Dispute::id,
            null,
            d -> Stream.of(d.invoice()),
            g -> g.disputes);

    static final RecordKind<Deduction, DeductionRow> DEDUCTIONS = new RecordKind<>(
            "deductions",
            DeductionRow.class,
            DeductionRow::new,
            Deduction::id,
            null,
            d -> Stream.of(d.invoice()),
            g -> g.deductions);

    static final RecordKind<Promise, PromiseRow> PROMISES = new RecordKind<>(
            "promises",
            PromiseRow.class,
            PromiseRow::new,
            Promise::id,
            null,
            p -> Stream.of(p.invoice()),
            g -> g.promises);

    static final RecordKind<Plan, PlanRow> PLANS = new RecordKind<>(
            "plans", PlanRow.class, PlanRow::new, Plan::id, Plan::customer, p -> p.invoices().stream(), g -> g.plans);

    static final RecordKind<Contact, ContactRow> CONTACTS = new RecordKind<>(
            "contacts",
            ContactRow.class,
            ContactRow::new,
            Contact::id,
            Contact::customer,
            c -> c.steps().stream().map(Contact.Step::invoice),
            g -> g.contacts);

    static final RecordKind<Hold, HoldRow> HOLDS = new RecordKind<>(
            "holds", HoldRow.class, HoldRow::new, Hold::id, Hold::customer, h -> Stream.of(h.invoice()), g -> g.holds);

    static final RecordKind<ManualOverride, OverrideRow> OVERRIDES = new RecordKind<>(
            "overrides",
            OverrideRow.class,
            OverrideRow::new,
            ManualOverride::id,
            ManualOverride::customer,
            o -> Stream.of(o.invoice()),
            g -> g.overrides);

    /** In the order in which they may refer to one another. */
    static final List<RecordKind<?, ?>> OF_AN_ACCOUNT =
            List.of(INVOICES, PAYMENTS, CREDITS, DISPUTES, DEDUCTIONS, PROMISES, PLANS, CONTACTS, HOLDS, OVERRIDES);

    List<String> invoicesOf(B record) {
        return invoices.apply(record).filter(Objects::nonNull).distinct().toList();
    }
}
