package io.dunlin.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Written once, never changed; so without a version. */
@Entity
@Table(name = "bank_imports")
public class BankImportRow extends PanacheEntityBase {
    @Id
    public LocalDate upTo;

    public Instant recordedAt;

    static BankImportRow of(LocalDate upTo, Instant now) {
        var row = new BankImportRow();
        row.upTo = upTo;
        row.recordedAt = now;
        return row;
    }

    static List<BankImportRow> newest(int limit) {
        return findAll(Sort.descending("upTo")).page(0, limit).list();
    }

    static Optional<BankImportRow> newestOn(LocalDate day) {
        return find("upTo <= ?1", Sort.descending("upTo"), day).firstResultOptional();
    }
}
