package io.dunlin.mapping;

import io.dunlin.book.Account;
import io.dunlin.book.Payment;
import io.dunlin.book.Receivable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everything a file said. */
final class Collected implements Sink {
    final List<Row> rows = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    CsvFile.Tally tally;

    static Collected read(InputStream in, Mapping mapping) throws Exception {
        try (in) {
            var collected = new Collected();
            collected.tally = CsvFile.read(in, mapping, collected);
            return collected;
        }
    }

    static Collected read(String csv, String mapping) throws Exception {
        return read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Mapping.parse(mapping));
    }

    @Override
    public void row(Row row) {
        rows.add(row);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    Account only() {
        if (rows.size() != 1 || !rejects.isEmpty()) {
            throw new AssertionError("one good row expected: " + rows + rejects);
        }
        return rows.get(0).facts();
    }

    long count(Function<Account, List<?>> list) {
        return rows.stream().mapToLong(row -> list.apply(row.facts()).size()).sum();
    }

    BigDecimal invoiced() {
        return rows.stream()
                .flatMap(row -> row.facts().invoices().stream())
                .map(Receivable::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal paid() {
        return rows.stream()
                .flatMap(row -> row.facts().payments().stream())
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Invoices paid after they were due. */
    long late() {
        return rows.stream()
                .map(Row::facts)
                .filter(facts -> facts.payments()
                        .get(0)
                        .on()
                        .isAfter(facts.invoices().get(0).due()))
                .count();
    }
}
