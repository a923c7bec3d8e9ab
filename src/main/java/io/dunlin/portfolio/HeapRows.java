package io.dunlin.portfolio;

import io.dunlin.book.Book.SizeClasses;
import io.dunlin.book.Families;
import io.dunlin.mapping.Kind;
import io.dunlin.mapping.Reject;
import io.dunlin.mapping.Row;
import io.dunlin.vocabulary.Rates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A small portfolio in memory; gives what {@link Staging} gives, without the half second that a database needs to start. */
final class HeapRows implements Rows {
    private final List<Laid> rows = new ArrayList<>();

    /** @param customer the row's own, or that of its invoice */
    record Laid(int file, Kind kind, Row row, Key key, String customer) {
        static Laid of(int file, Kind kind, Row row) {
            var key = Key.of(kind, row.facts());
            return new Laid(file, kind, row, key, key.customer());
        }

        Laid of(String owner) {
            return new Laid(file, kind, row, key, owner);
        }
    }

    @Override
    public void add(int file, Kind kind, Row row) {
        rows.add(Laid.of(file, kind, row));
    }

    @Override
    public void loaded() {
        rows.sort(Comparator.comparing(Laid::kind).thenComparing(Laid::file).thenComparing(laid -> laid.row()
                .line()));
    }

    @Override
    public long refuse(List<Path> files, Listener listener) {
        long refused = refuse("id", Key::id, repeated(), files, listener);
        var owners = owners();
        refused += refuse("invoice", Key::invoice, laid -> strange(laid, owners), files, listener);
        rows.replaceAll(
                laid -> laid.customer() == null ? laid.of(owners.get(laid.key().invoice())) : laid);
        return refused;
    }

    private Function<Laid, String> repeated() {
        var first = new HashMap<List<Object>, Laid>();
        var earliest = Comparator.comparing(Laid::file)
                .thenComparing(laid -> laid.row().line());
        rows.forEach(laid -> first.merge(
                List.of(laid.kind(), laid.key().id()), laid, (a, b) -> earliest.compare(a, b) <= 0 ? a : b));
        return laid -> {
            var kept = first.get(List.of(laid.kind(), laid.key().id()));
            return kept == laid ? null : "is already on line " + kept.row().line();
        };
    }

    private Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        rows.stream()
                .filter(laid -> laid.kind() == Kind.INVOICES)
                .forEach(laid -> owners.put(laid.key().id(), laid.customer()));
        return owners;
    }

    private static String strange(Laid laid, Map<String, String> owners) {
        var invoice = laid.key().invoice();
        if (laid.kind() == Kind.INVOICES || invoice == null) {
            return null;
        }
        var owner = owners.get(invoice);
        if (owner == null) {
            return "there is no such invoice in the portfolio";
        }
        return laid.customer() == null || laid.customer().equals(owner)
                ? null
                : "is an invoice of another customer (" + owner + ")";
    }

    /** @param why null for a row that is fine */
    private long refuse(
            String column,
            Function<Key, String> value,
            Function<Laid, String> why,
            List<Path> files,
            Listener listener) {
        var bad = rows.stream()
                .filter(laid -> why.apply(laid) != null)
                .sorted(Comparator.comparing(Laid::file)
                        .thenComparing(laid -> laid.row().line()))
                .toList();
        for (var laid : bad) {
            listener.reject(
                    files.get(laid.file()),
                    new Reject(laid.row().line(), column, value.apply(laid.key()), why.apply(laid)));
        }
        rows.removeAll(new HashSet<>(bad));
        return bad.size();
    }

    @Override
    public long customers() {
        return rows.stream()
                .map(Laid::customer)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    @Override
    public SortedSet<String> currencies() {
        var currencies = new TreeSet<String>();
        rows.stream()
                .filter(laid -> laid.kind() == Kind.INVOICES)
                .forEach(laid -> currencies.add(laid.key().currency()));
        return currencies;
    }

    @Override
    public long count(Kind kind) {
        return rows.stream().filter(laid -> laid.kind() == kind).count();
    }

    @Override
    public SizeClasses sizeClasses(LocalDate asOf, Rates rates) {
        var totals = new Totals();
        var byCustomer = new HashMap<String, List<Laid>>();
        rows.forEach(laid -> byCustomer
                .computeIfAbsent(laid.customer(), any -> new ArrayList<>())
                .add(laid));
        byCustomer.values().forEach(laid -> totals.add(Overdue.of(laid, asOf)));
        return totals.classes(rates);
    }

    @Override
    public Relatives relatives() {
        return Relatives.of(this);
    }

    @Override
    public Stream<Stored> linked() {
        return stored();
    }

    @Override
    public Stream<Stored> stored(Set<String> customers) {
        return stored().filter(its -> customers.contains(its.customer()));
    }

    @Override
    public Stream<Stored> stored(Map<String, String> heads) {
        return stored().sorted(Comparator.comparing(
                (Stored its) -> heads.getOrDefault(its.customer(), its.customer()), Families.ID_ORDER));
    }

    @Override
    public Stream<Stored> stored() {
        var byCustomer = new TreeMap<String, List<Stored.Part>>(Families.ID_ORDER);
        for (var laid : rows) {
            if (laid.customer() != null) {
                byCustomer
                        .computeIfAbsent(laid.customer(), any -> new ArrayList<>())
                        .add(laid.row()::facts);
            }
        }
        return byCustomer.entrySet().stream().map(entry -> new Stored(entry.getKey(), entry.getValue()));
    }

    @Override
    public void close() {
        rows.clear();
    }
}
