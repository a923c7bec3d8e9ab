package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.AccountCheck;
import io.dunlin.book.Hold;
import io.dunlin.book.Receivable;
import io.dunlin.book.StrategyNames;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.Row;
import io.dunlin.problem.Findings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some rows of a file against what is stored. What a row does not tell stays as it is: a file rarely knows everything
 * that a person entered, and leaving a column out must not lift a do-not-contact or reopen a dispute.
 */
@ApplicationScoped
public class ImportBatch {
    /** @param ids the records that went in, as the file named them, with their kind */
    record Result(long good, long unchanged, List<Reject> rejects, Set<String> ids) {}

    private final BulkRows database;
    private final StrategyNames strategies;

    ImportBatch(BulkRows database, StrategyNames strategies) {
        this.database = database;
        this.strategies = strategies;
    }

    Result store(List<Row> rows, SeenIds seen) {
        var known = Known.load(database, rows.stream().map(Row::facts).toList());
        var rejects = new ArrayList<Reject>();
        var ids = new HashSet<String>();
        long good = 0;
        long unchanged = 0;
        for (var row : rows) {
            var facts = completed(row.facts(), known);
            var findings = findings(facts, known, id -> seen.contains(id) || ids.contains(id));
            strategies.finding(facts.customer).ifPresent(f -> findings.at(f.pointer(), f.message()));
            if (!findings.isEmpty()) {
                findings.list().stream()
                        .map(finding -> reject(row, finding))
                        .distinct()
                        .forEach(rejects::add);
                continue;
            }
            good++;
            unchanged += store(facts, known) ? 0 : 1;
            ids.addAll(keys(facts));
        }
        known.store();
        return new Result(good, unchanged, rejects, ids);
    }

    /** What the file says, filled up from what is stored. */
    private static Gathered completed(Account facts, Known known) {
        var sent = Gathered.of(facts);
        var full = new Gathered();
        full.customer = sent.customer == null ? null : known.completed(RecordKind.CUSTOMERS, sent.customer);
        RecordKind.OF_AN_ACCOUNT.forEach(kind -> complete(kind, sent, full, known));
        return full;
    }

    private static <B extends Record, R extends Stored<B>> void complete(
            RecordKind<B, R> kind, Gathered sent, Gathered full, Known known) {
        for (var record : kind.into().apply(sent)) {
            kind.into().apply(full).add(known.completed(kind, record));
        }
    }

    private static Findings findings(Gathered facts, Known known, Predicate<String> namedBefore) {
        var findings = new Findings();
        var around = around(facts, known);
        if (around.customer == null) {
            findings.at("/customer", "There is no such customer or invoice in the ledger; import those first.");
            return findings;
        }
        for (var finding : AccountCheck.of(around.account())) {
            findings.at(finding.pointer(), finding.message());
        }
        for (var invoice : facts.invoices) {
            known.find(RecordKind.INVOICES, invoice.id()).ifPresent(row -> Intake.moved(row.toBook(), invoice)
                    .list()
                    .forEach(f -> findings.at(f.pointer(), f.message())));
        }
        RecordKind.OF_AN_ACCOUNT.forEach(kind -> repeated(kind, facts, known, namedBefore, findings));
        return findings;
    }

    /** The row with what it refers to, as one account. */
    private static Gathered around(Gathered facts, Known known) {
        var around = Gathered.of(facts.account());
        var own = facts.invoices.stream().map(Receivable::id).toList();
        invoicesOf(facts).filter(id -> !own.contains(id)).forEach(id -> known.find(RecordKind.INVOICES, id)
                .ifPresent(row -> around.invoices.add(row.toBook())));
        if (around.customer == null) {
            around.customer = owners(facts, around)
                    .findFirst()
                    .flatMap(id -> known.find(RecordKind.CUSTOMERS, id))
                    .map(CustomerRow::toBook)
                    .orElse(null);
        }
        if (!facts.holds.isEmpty() && around.customer != null) {
            var sent = facts.holds.stream().map(Hold::id).toList();
            known.holdsOf(around.customer.id())
                    .filter(hold -> !sent.contains(hold.id()))
                    .forEach(around.holds::add);
        }
        return around;
    }

    private static Stream<String> invoicesOf(Gathered facts) {
        return RecordKind.OF_AN_ACCOUNT.stream()
                .flatMap(kind -> referred(kind, facts))
                .distinct();
    }

    private static <B extends Record> Stream<String> referred(RecordKind<B, ?> kind, Gathered facts) {
        return kind.into().apply(facts).stream().flatMap(record -> kind.invoicesOf(record).stream());
    }

    private static Stream<String> owners(Gathered facts, Gathered around) {
        return Stream.concat(
                RecordKind.OF_AN_ACCOUNT.stream().flatMap(kind -> owners(kind, facts)),
                around.invoices.stream().map(Receivable::customer));
    }

    private static <B extends Record> Stream<String> owners(RecordKind<B, ?> kind, Gathered facts) {
        return kind.customer() == null
                ? Stream.of()
                : kind.into().apply(facts).stream().map(kind.customer()).filter(Objects::nonNull);
    }

    /** Twice the same is harmless; one id for two things is not. */
    private static <B extends Record, R extends Stored<B>> void repeated(
            RecordKind<B, R> kind, Gathered facts, Known known, Predicate<String> namedBefore, Findings findings) {
        for (var record : kind.into().apply(facts)) {
            var id = kind.id().apply(record);
            var other = known.find(kind, id).filter(row -> !Records.same(row.toBook(), record));
            if (other.isPresent() && namedBefore.test(key(kind, id))) {
                findings.at(
                        "/" + kind.list() + "/0/id",
                        "An earlier row of this file has the id " + id
                                + " with other contents ("
                                + String.join(
                                        ", ", Records.differing(other.get().toBook(), record))
                                + "); correct one of the two.");
            }
        }
    }

    /** Whether anything changed. */
    private boolean store(Gathered facts, Known known) {
        var changed = facts.customer != null && store(RecordKind.CUSTOMERS, facts.customer, known);
        for (var kind : RecordKind.OF_AN_ACCOUNT) {
            changed |= storeAll(kind, facts, known);
        }
        return changed;
    }

    private <B extends Record, R extends Stored<B>> boolean storeAll(
            RecordKind<B, R> kind, Gathered facts, Known known) {
        var changed = false;
        for (var record : kind.into().apply(facts)) {
            changed |= store(kind, record, known);
        }
        return changed;
    }

    private <B extends Record, R extends Stored<B>> boolean store(RecordKind<B, R> kind, B record, Known known) {
        var row = known.find(kind, kind.id().apply(record));
        if (row.isPresent() && Records.same(row.get().toBook(), record)) {
            return false;
        }
        var target = row.orElseGet(kind.blank());
        target.take(record);
        if (row.isEmpty()) {
            known.addNew(kind, target);
        } else {
            known.touch(kind, target);
        }
        return true;
    }

    private static List<String> keys(Gathered facts) {
        return RecordKind.OF_AN_ACCOUNT.stream()
                .flatMap(kind -> keys(kind, facts))
                .toList();
    }

    private static <B extends Record> Stream<String> keys(RecordKind<B, ?> kind, Gathered facts) {
        return kind.into().apply(facts).stream()
                .map(record -> key(kind, kind.id().apply(record)));
    }

    private static String key(RecordKind<?, ?> kind, String id) {
        return kind.list() + "/" + id;
    }

    private static Reject reject(Row row, Findings.Finding finding) {
        var steps = finding.pointer().split("/");
        var field = steps[steps.length - 1];
        return new Reject(row.line(), field, value(row.facts(), steps), finding.message());
    }

    private static String value(Account facts, String[] steps) {
        var value = steps.length == 3 && facts.customer() != null && steps[1].equals("customer")
                ? Records.value(facts.customer(), steps[2])
                : null;
        if (steps.length == 4 && Records.value(facts, steps[1]) instanceof List<?> list && list.size() == 1) {
            value = Records.value((Record) list.get(0), steps[3]);
        }
        return value == null ? null : value.toString();
    }
}
