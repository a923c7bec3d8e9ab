package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.Hold;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is stored of all that some rows of a file touch, read in a handful of queries, and what becomes of it. */
final class Known {
    private final BulkRows database;
    private final Map<RecordKind<?, ?>, Map<String, Stored<?>>> rows = new HashMap<>();

    private final Map<RecordKind<?, ?>, Set<Stored<?>>> fresh = new HashMap<>();
    private final Map<RecordKind<?, ?>, Set<Stored<?>>> changed = new HashMap<>();

    private Known(BulkRows database) {
        this.database = database;
    }

    static Known load(BulkRows database, List<Account> facts) {
        var known = new Known(database);
        var all = facts.stream().map(Gathered::of).toList();
        var customers = new TreeSet<String>();
        var invoices = new TreeSet<String>();
        for (var gathered : all) {
            if (gathered.customer != null) {
                customers.add(gathered.customer.id());
            }
            RecordKind.OF_AN_ACCOUNT.forEach(kind -> referred(kind, gathered, customers, invoices));
        }
        known.read(RecordKind.INVOICES, "id", invoices, false);
        known.values(RecordKind.INVOICES).forEach(row -> customers.add(row.customer));
        // Always in the order of their ids, so that two imports wait for one another instead of both failing.
        known.read(RecordKind.CUSTOMERS, "id", customers, true);
        for (var kind : RecordKind.OF_AN_ACCOUNT) {
            if (kind != RecordKind.INVOICES) {
                known.read(kind, "id", ids(kind, all), false);
            }
        }
        if (all.stream().anyMatch(gathered -> !gathered.holds.isEmpty())) {
            known.read(RecordKind.HOLDS, "customer", customers, false);
        }
        return known;
    }

    private static <B extends Record> void referred(
            RecordKind<B, ?> kind, Gathered facts, Collection<String> customers, Collection<String> invoices) {
        for (var record : kind.into().apply(facts)) {
            if (kind.customer() != null) {
                Optional.ofNullable(kind.customer().apply(record)).ifPresent(customers::add);
            }
            invoices.addAll(kind.invoicesOf(record));
            if (kind == RecordKind.INVOICES && kind.id().apply(record) != null) {
                invoices.add(kind.id().apply(record));
            }
        }
    }

    private static <B extends Record> Set<String> ids(RecordKind<B, ?> kind, List<Gathered> all) {
        var ids = new TreeSet<String>();
        all.forEach(gathered -> kind.into().apply(gathered).stream()
                .map(kind.id())
                .filter(Objects::nonNull)
                .forEach(ids::add));
        return ids;
    }

    private <R extends Stored<?>> void read(
            RecordKind<?, R> kind, String column, Collection<String> values, boolean lock) {
        var possible = values.stream().filter(Ids::possible).toList();
        if (!possible.isEmpty()) {
            database.read(kind.rows(), column, possible, lock).forEach(row -> add(kind, row));
        }
    }

    void add(RecordKind<?, ?> kind, Stored<?> row) {
        rows.computeIfAbsent(kind, k -> new HashMap<>()).put(row.id, row);
    }

    void addNew(RecordKind<?, ?> kind, Stored<?> row) {
        add(kind, row);
        fresh.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(row);
    }

    /** A row that was there before and says something else now; one that is new is written whole anyway. */
    void touch(RecordKind<?, ?> kind, Stored<?> row) {
        if (!fresh.getOrDefault(kind, Set.of()).contains(row)) {
            changed.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(row);
        }
    }

    /** Kind after kind, because later ones refer to earlier ones and Hibernate is told of no such references. */
    void store() {
        Stream.concat(Stream.of(RecordKind.CUSTOMERS), RecordKind.OF_AN_ACCOUNT.stream())
                .forEach(kind -> {
                    database.update(kind.rows(), changed.getOrDefault(kind, Set.of()));
                    database.insert(kind.rows(), fresh.getOrDefault(kind, Set.of()));
                });
    }

    <R extends Stored<?>> Optional<R> find(RecordKind<?, R> kind, String id) {
        return Optional.ofNullable(
                kind.rows().cast(rows.getOrDefault(kind, Map.of()).get(id == null ? "" : id)));
    }

    private <R extends Stored<?>> Stream<R> values(RecordKind<?, R> kind) {
        return rows.getOrDefault(kind, Map.of()).values().stream().map(kind.rows()::cast);
    }

    Stream<Hold> holdsOf(String customer) {
        return values(RecordKind.HOLDS)
                .filter(row -> row.customer.equals(customer))
                .map(HoldRow::toBook);
    }

    /** Master data may be told in part; of what happened only the ending may be left out. */
    <B extends Record, R extends Stored<B>> B completed(RecordKind<B, R> kind, B sent) {
        var inPart = kind == RecordKind.CUSTOMERS || kind == RecordKind.INVOICES;
        return find(kind, kind.id().apply(sent))
                .map(row -> Records.completed(
                        sent,
                        row.toBook(),
                        field -> inPart || Records.mayBeLeftOut(row.toBook()).test(field)))
                .orElse(sent);
    }
}
