package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** Customers that are still to be played. */
@Entity
@Immutable
@Table(name = "study_work")
@IdClass(WorkRow.Key.class)
public class WorkRow extends PanacheEntityBase {
    public record Key(String study, int part) implements Serializable {}

    @Id
    public String study;

    @Id
    public int part;

    public int customers;
    public long invoices;

    /** See {@link Block}. */
    public byte[] accounts;

    static Optional<WorkRow> next(String study) {
        return find("study = ?1 order by part", study).page(0, 1).firstResultOptional();
    }
}
