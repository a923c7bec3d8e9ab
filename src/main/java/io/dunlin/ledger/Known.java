package io.dunlin.ledger;

import io.dunlin.book.Account;
import io.dunlin.book.Hold;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is stored of all that some rows of a file touch, read in a handful of queries. */
final class Known {
    private final EntityManager database;
    private final Map<RecordKind<?, ?>, Map<String, Stored<?>>> rows = new HashMap<>();

    private final Map<RecordKind<?, ?>, List<Stored<?>>> fresh = new HashMap<>();

    private Known(EntityManager database) {
        this.database = database;
    }

    static Known load(EntityManager database, List<Account> facts) {
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
        known.read(RecordKind.INVOICES, "id", invoices, LockModeType.NONE);
        known.values(RecordKind.INVOICES).forEach(row -> customers.add(row.customer));
        // Always in the order of their ids, so that two imports wait for one another instead of both failing.
        known.read(RecordKind.CUSTOMERS, "id", customers, LockModeType.PESSIMISTIC_WRITE);
        for (var kind : RecordKind.OF_AN_ACCOUNT) {
            if (kind != RecordKind.INVOICES) {
                known.read(kind, "id", ids(kind, all), LockModeType.NONE);
            }
        }
        if (all.stream().anyMatch(gathered -> !gathered.holds.isEmpty())) {
            known.read(RecordKind.HOLDS, "customer", customers, LockModeType.NONE);
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
            RecordKind<?, R> kind, String field, Collection<String> values, LockModeType lock) {
        var possible = values.stream().filter(Ids::possible).toList();
        if (possible.isEmpty()) {
            return;
        }
        database.createQuery(
                        "from " + kind.rows().getSimpleName() + " where " + field + " in :values order by id",
                        kind.rows())
                .setParameter("values", possible)
                .setLockMode(lock)
                .getResultList()
                .forEach(row -> add(kind, row));
    }

    void add(RecordKind<?, ?> kind, Stored<?> row) {
        rows.computeIfAbsent(kind, k -> new HashMap<>()).put(row.id, row);
    }

    void addNew(RecordKind<?, ?> kind, Stored<?> row) {
        add(kind, row);
        fresh.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
    }

    /** Kind after kind, because later ones refer to earlier ones and Hibernate is told of no such references. */
    void persistNew() {
        Stream.concat(Stream.of(RecordKind.CUSTOMERS), RecordKind.OF_AN_ACCOUNT.stream())
                .flatMap(kind -> fresh.getOrDefault(kind, List.of()).stream())
                .forEach(database::persist);
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
