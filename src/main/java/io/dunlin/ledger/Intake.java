package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Receivable;
import io.dunlin.book.StrategyNames;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one record in: reads what it refers to, checks it whole against that, then stores it, all in one transaction
 * that holds the customer, so that two requests about one customer follow one another.
 */
@ApplicationScoped
public class Intake {
    /** @param isNew false where exactly this was known already, or, with PUT, where something was replaced */
    public record Taken<B>(B stored, boolean isNew) {}

    private final EntityManager database;
    private final OneTransaction transaction;
    private final StrategyNames strategies;

    Intake(EntityManager database, OneTransaction transaction, StrategyNames strategies) {
        this.database = database;
        this.transaction = transaction;
        this.strategies = strategies;
    }

    /** Something that happened. Happening twice under one id is the same message again, or a mistake. */
    <B extends Record, R extends Stored<B>> Taken<B> happened(RecordKind<B, R> kind, B sent) {
        return transaction.run(() -> {
            check(kind, sent);
            var known = find(kind, kind.id().apply(sent));
            if (known.isEmpty()) {
                return new Taken<>(insert(kind, sent), true);
            }
            var stored = known.get().toBook();
            refuseIfOther(kind, Records.completed(sent, stored, Records.mayBeLeftOut(stored)), stored);
            return new Taken<>(stored, false);
        });
    }

    Taken<Debtor> put(Debtor sent) {
        return transaction.run(() -> upsert(RecordKind.CUSTOMERS, sent));
    }

    Taken<Receivable> put(Receivable sent) {
        return transaction.run(() -> {
            check(RecordKind.INVOICES, sent);
            var stored = find(RecordKind.INVOICES, sent.id()).map(InvoiceRow::toBook);
            stored.ifPresent(known -> moved(known, sent).refuseIfAny(Problem.CONFLICT));
            // An ERP that sends its invoices again says nothing of what became of them here.
            return upsert(
                    RecordKind.INVOICES,
                    stored.map(known -> Records.completed(sent, known, Records.ENDINGS::contains))
                            .orElse(sent));
        });
    }

    /** Sets a field that ends something: once, and a second time only to the same value. */
    <B extends Record, R extends Stored<B>> B ended(RecordKind<B, R> kind, String id, String field, Object value) {
        return ended(kind, id, field, value, field, value);
    }

    /** The same with a second field that goes with the first. */
    private <B extends Record, R extends Stored<B>> B ended(
            RecordKind<B, R> kind, String id, String field, Object value, String with, Object withValue) {
        return transaction.run(() -> {
            var row = find(kind, id).orElseThrow(() -> unknown(kind, id));
            var stored = row.toBook();
            var now = Records.value(stored, field);
            var changed = Records.with(Records.with(stored, field, value), with, withValue);
            if (now != null) {
                refuseIfOther(kind, changed, stored);
                return stored;
            }
            check(kind, changed);
            row.take(changed);
            return changed;
        });
    }

    <B extends Record, R extends Stored<B>> B takenBack(RecordKind<B, R> kind, String id, List<String> fields) {
        return transaction.run(() -> {
            var row = find(kind, id).orElseThrow(() -> unknown(kind, id));
            var stored = row.toBook();
            // Money that came with its invoice was never matched later.
            if (Records.value(stored, fields.get(0)) == null) {
                return stored;
            }
            var changed = stored;
            for (var field : fields) {
                changed = Records.with(changed, field, null);
            }
            check(kind, changed);
            row.take(changed);
            return changed;
        });
    }

    Deduction decided(String id, LocalDate on, Boolean matched) {
        if (matched == null) {
            new Findings()
                    .field("matched", "is missing; say true where the claim was right, else false.")
                    .refuseIfAny(Problem.BAD_REQUEST);
        }
        return ended(RecordKind.DEDUCTIONS, id, "decidedOn", on, "matched", matched);
    }

    /** Matches money that came without an invoice; what came with one stays where it is. */
    <B extends Record, R extends Stored<B>> B allocated(
            RecordKind<B, R> kind, String id, String invoice, LocalDate on) {
        if (invoice == null || invoice.isBlank()) {
            new Findings()
                    .field("invoice", "is missing; say which invoice it pays, for example ?invoice=R-1.")
                    .refuseIfAny(Problem.BAD_REQUEST);
        }
        return ended(kind, id, "invoice", invoice, "allocatedOn", on);
    }

    <B extends Record, R extends Stored<B>> Optional<R> find(RecordKind<B, R> kind, String id) {
        return Ids.possible(id) ? Optional.ofNullable(database.find(kind.rows(), id)) : Optional.empty();
    }

    <B extends Record, R extends Stored<B>> B stored(RecordKind<B, R> kind, String id) {
        return find(kind, id).orElseThrow(() -> unknown(kind, id)).toBook();
    }

    static RuntimeException unknown(RecordKind<?, ?> kind, String id) {
        return Problem.NOT_FOUND.because("There is no record `" + id + "` among the " + kind.list() + ".");
    }

    private <B extends Record, R extends Stored<B>> Taken<B> upsert(RecordKind<B, R> kind, B sent) {
        check(kind, sent);
        var known = find(kind, kind.id().apply(sent));
        if (known.isEmpty()) {
            return new Taken<>(insert(kind, sent), true);
        }
        if (!Records.same(known.get().toBook(), sent)) {
            known.get().take(sent);
        }
        return new Taken<>(known.get().toBook(), false);
    }

    private <B extends Record, R extends Stored<B>> B insert(RecordKind<B, R> kind, B sent) {
        var row = kind.blank().get();
        row.take(sent);
        database.persist(row);
        return row.toBook();
    }

    private <B extends Record, R extends Stored<B>> void check(RecordKind<B, R> kind, B sent) {
        var findings = new Findings();
        var account = around(kind, sent);
        var unknown = kind != RecordKind.CUSTOMERS && account.customer() == null;
        var named = kind.customer() == null ? null : kind.customer().apply(sent);
        if (unknown && named != null && !named.isBlank()) {
            findings.at("/customer", "There is no customer " + named + "; send it first (PUT /api/v1/customers/…).");
        }
        var prefix =
                kind == RecordKind.CUSTOMERS ? "/customer" : "/" + kind.list() + "/" + position(kind, sent, account);
        var found = new ArrayList<>(AccountCheck.of(account));
        strategies.finding(sent instanceof Debtor debtor ? debtor : null).ifPresent(found::add);
        for (var finding : found) {
            if (finding.pointer().startsWith(prefix + "/")) {
                findings.at(finding.pointer().substring(prefix.length()), finding.message());
            }
        }
        findings.refuseIfAny(Problem.INVALID_FACTS);
    }

    private static <B extends Record> int position(RecordKind<B, ?> kind, B sent, Account account) {
        return kind.into().apply(Gathered.of(account)).indexOf(sent);
    }

    /** As much of the account as the record can be checked against. */
    private <B extends Record> Account around(RecordKind<B, ?> kind, B sent) {
        var gathered = new Gathered();
        if (sent instanceof Debtor debtor) {
            lock(debtor.id());
            gathered.customer = debtor;
            return gathered.account();
        }
        for (var id : kind.invoicesOf(sent)) {
            find(RecordKind.INVOICES, id).ifPresent(row -> gathered.invoices.add(row.toBook()));
        }
        var owner = kind.customer() != null
                ? kind.customer().apply(sent)
                : gathered.invoices.stream()
                        .findFirst()
                        .map(Receivable::customer)
                        .orElse(null);
        gathered.customer = lock(owner).map(Stored::toBook).orElse(null);
        gathered.invoices.removeIf(invoice -> !invoice.customer().equals(owner));
        if (sent instanceof Hold hold) {
            gathered.holds.addAll(others(RecordKind.HOLDS, owner, hold.id()));
        }
        if (sent instanceof ManualOverride override) {
            gathered.overrides.addAll(others(RecordKind.OVERRIDES, owner, override.id()));
            gathered.contacts.addAll(others(RecordKind.CONTACTS, owner, null));
        }
        kind.into().apply(gathered).add(sent);
        return gathered.account();
    }

    /** What is stored of the kind about a customer, without the one that is sent. */
    private <B extends Record, R extends Stored<B>> List<B> others(RecordKind<B, R> kind, String customer, String id) {
        return database.createQuery(
                        "from " + kind.rows().getSimpleName() + " where customer = :customer and id <> :id",
                        kind.rows())
                .setParameter("customer", customer)
                .setParameter("id", id != null && Ids.possible(id) ? id : "")
                .getResultStream()
                .map(Stored::toBook)
                .toList();
    }

    private Optional<CustomerRow> lock(String customer) {
        return Ids.possible(customer)
                ? Optional.ofNullable(database.find(CustomerRow.class, customer, LockModeType.PESSIMISTIC_WRITE))
                : Optional.empty();
    }

    /** What hangs on an invoice hangs on its customer and currency too. */
    static Findings moved(Receivable stored, Receivable sent) {
        var findings = new Findings();
        for (var field : List.of("customer", "currency")) {
            if (!Records.same(Records.value(stored, field), Records.value(sent, field))) {
                findings.at(
                        "/" + field,
                        "Invoice " + stored.id() + " is stored with " + field + " " + Records.value(stored, field)
                                + ", which never changes; credit it and issue another one.");
            }
        }
        return findings;
    }

    private static <B extends Record> void refuseIfOther(RecordKind<B, ?> kind, B sent, B stored) {
        var findings = new Findings();
        for (var field : Records.differing(sent, stored)) {
            findings.at(
                    "/" + field,
                    "stored: " + Records.value(stored, field) + "; sent: " + Records.value(sent, field)
                            + (Records.ENDINGS.contains(field)
                                    ? ". What was said by mistake is taken back first, with DELETE at the address where it is posted."
                                    : ". Use another id if this is something else that happened."));
        }
        findings.refuseIfAny(Problem.CONFLICT);
    }
}
