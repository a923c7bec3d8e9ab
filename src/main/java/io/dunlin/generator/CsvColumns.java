package io.dunlin.generator;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.book.Receivable.Charge;
import io.dunlin.book.Receivable.Goods;
import io.dunlin.mapping.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One kind of record as columns of a file, named as the fields of the mapping. */
record CsvColumns<T>(Kind kind, Function<Account, List<T>> records, List<Column<T>> columns) {
    record Column<T>(String name, Function<T, Object> value) {}

    private static <T> CsvColumns<T> of(Kind kind, Function<Account, List<T>> records) {
        return new CsvColumns<>(kind, records, new ArrayList<>());
    }

    private CsvColumns<T> with(String name, Function<T, Object> value) {
        columns.add(new Column<>(name, value));
        return this;
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Every record of the account as a line. */
    List<List<String>> lines(Account account) {
        return records.apply(account).stream()
                .map(item -> columns.stream()
                        .map(column -> text(column.value().apply(item)))
                        .toList())
                .toList();
    }

    private static String text(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return "";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(CsvColumns::text).collect(Collectors.joining("|"));
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    static List<CsvColumns<?>> all() {
        return List.of(
                customers(),
                invoices(),
                payments(),
                credits(),
                disputes(),
                deductions(),
                promises(),
                plans(),
                contacts(),
                holds());
    }

    private static CsvColumns<Debtor> customers() {
        return CsvColumns.<Debtor>of(Kind.CUSTOMERS, account -> List.of(account.customer()))
                .with("id", Debtor::id)
                .with("name", Debtor::name)
                .with("country", Debtor::country)
                .with("zone", Debtor::zone)
                .with("language", Debtor::language)
                .with("type", Debtor::type)
                .with("group", Debtor::group)
                .with("segment", Debtor::segment)
                .with("preferredChannel", Debtor::preferredChannel)
                .with("email", Debtor::email)
                .with("phone", Debtor::phone)
                .with("address", Debtor::address)
                .with(
                        "undeliverable",
                        debtor -> debtor.undeliverable().stream().sorted().toList())
                .with("billingContactConfirmedOn", Debtor::billingContactConfirmedOn)
                .with("salesperson", Debtor::salesperson)
                .with("collector", Debtor::collector)
                .with("creditLimit", Debtor::creditLimit)
                .with("creditCurrency", Debtor::creditCurrency)
                .with("creditHoldSince", Debtor::creditHoldSince)
                .with("insolventSince", Debtor::insolventSince)
                .with("doNotContact", Debtor::doNotContact)
                .with("sizeClass", Debtor::sizeClass)
                .with("strategy", Debtor::strategy)
                .with("payer", Debtor::payer);
    }

    private static CsvColumns<Receivable> invoices() {
        return CsvColumns.of(Kind.INVOICES, Account::invoices)
                .with("id", Receivable::id)
                .with("customer", Receivable::customer)
                .with("issued", Receivable::issued)
                .with("due", Receivable::due)
                .with("amount", Receivable::amount)
                .with("currency", Receivable::currency)
                .with("terms", Receivable::terms)
                .with("reference", Receivable::reference)
                .with("undelivered", Receivable::undelivered)
                .with("goods.returnableUntil", invoice -> goods(invoice, Goods::returnableUntil))
                .with("goods.resaleValue", invoice -> goods(invoice, Goods::resaleValue))
                .with("goods.retentionOfTitle", invoice -> goods(invoice, Goods::retentionOfTitle))
                .with("writtenOffOn", Receivable::writtenOffOn)
                .with("charge.invoice", invoice -> charge(invoice, Charge::invoice))
                .with("charge.level", invoice -> charge(invoice, Charge::level));
    }

    private static Object charge(Receivable invoice, Function<Charge, Object> field) {
        return invoice.charge() == null ? null : field.apply(invoice.charge());
    }

    private static Object goods(Receivable invoice, Function<Goods, Object> field) {
        return invoice.goods() == null ? null : field.apply(invoice.goods());
    }

    private static CsvColumns<Payment> payments() {
        return CsvColumns.of(Kind.PAYMENTS, Account::payments)
                .with("id", Payment::id)
                .with("customer", Payment::customer)
                .with("invoice", Payment::invoice)
                .with("on", Payment::on)
                .with("amount", Payment::amount)
                .with("currency", Payment::currency)
                .with("state", Payment::state)
                .with("reversedOn", Payment::reversedOn)
                .with("bookedOn", Payment::bookedOn);
    }

    private static CsvColumns<Credit> credits() {
        return CsvColumns.of(Kind.CREDITS, Account::credits)
                .with("id", Credit::id)
                .with("customer", Credit::customer)
                .with("invoice", Credit::invoice)
                .with("on", Credit::on)
                .with("amount", Credit::amount)
                .with("currency", Credit::currency)
                .with("cancelledOn", Credit::cancelledOn);
    }

    private static CsvColumns<Dispute> disputes() {
        return CsvColumns.of(Kind.DISPUTES, Account::disputes)
                .with("id", Dispute::id)
                .with("invoice", Dispute::invoice)
                .with("on", Dispute::on)
                .with("amount", Dispute::amount)
                .with("reason", Dispute::reason)
                .with("owner", Dispute::owner)
                .with("resolvedOn", Dispute::resolvedOn);
    }

    private static CsvColumns<Deduction> deductions() {
        return CsvColumns.of(Kind.DEDUCTIONS, Account::deductions)
                .with("id", Deduction::id)
                .with("invoice", Deduction::invoice)
                .with("on", Deduction::on)
                .with("amount", Deduction::amount)
                .with("reason", Deduction::reason)
                .with("plan", Deduction::plan)
                .with("decidedOn", Deduction::decidedOn)
                .with(
                        "matched",
                        deduction -> deduction.matched() == null
                                ? null
                                : deduction.matched().toString())
                .with("settledOn", Deduction::settledOn);
    }

    private static CsvColumns<Promise> promises() {
        return CsvColumns.of(Kind.PROMISES, Account::promises)
                .with("id", Promise::id)
                .with("invoice", Promise::invoice)
                .with("on", Promise::on)
                .with("amount", Promise::amount)
                .with("until", Promise::until)
                .with("by", Promise::by)
                .with("cancelledOn", Promise::cancelledOn);
    }

    private static CsvColumns<Plan> plans() {
        return CsvColumns.of(Kind.PLANS, Account::plans)
                .with("id", Plan::id)
                .with("customer", Plan::customer)
                .with("invoices", Plan::invoices)
                .with("on", Plan::on)
                .with("instalments", plan -> plan.instalments().stream()
                        .map(part -> part.due() + "=" + part.amount().toPlainString())
                        .toList())
                .with("terms", Plan::terms)
                .with("cancelledOn", Plan::cancelledOn);
    }

    private static CsvColumns<Contact> contacts() {
        return CsvColumns.of(Kind.CONTACTS, Account::contacts)
                .with("id", Contact::id)
                .with("customer", Contact::customer)
                .with("on", Contact::on)
                .with("channel", Contact::channel)
                .with("result", Contact::result)
                .with("by", Contact::by)
                .with("note", Contact::note)
                .with("decision", Contact::decision)
                .with("steps", contact -> contact.steps().stream()
                        .map(step -> (step.invoice() == null ? "" : step.invoice()) + ":" + step.action() + ":"
                                + step.level())
                        .toList());
    }

    private static CsvColumns<Hold> holds() {
        return CsvColumns.of(Kind.HOLDS, Account::holds)
                .with("id", Hold::id)
                .with("customer", Hold::customer)
                .with("invoice", Hold::invoice)
                .with("reason", Hold::reason)
                .with("from", Hold::from)
                .with("until", Hold::until)
                .with("by", Hold::by)
                .with("liftedOn", Hold::liftedOn);
    }
}
