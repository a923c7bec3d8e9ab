package io.dunlin.strategy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a version became the one that decides. Never changed: taking it back is another one. */
@Entity
@Immutable
@Table(name = "activations")
public class ActivationRow extends PanacheEntityBase {
    public enum Kind {
        ACTIVATED,
        ROLLED_BACK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    public Migration migration;

    /** The day it counts from for customers in mid-ladder. */
    public LocalDate day;

    /** Steps confirmed before this day do not count; a restart sets it, and it stays until the next one. */
    public LocalDate stepsSince;

    /** What a rollback goes back to, and what pinned customers stay on; null for the first. */
    public Long before;

    public Instant at;
    public String by;
    public String why;

    static List<ActivationRow> all(String name) {
        return list("name = ?1 order by id desc", name);
    }

    static ActivationRow of(String name, Signed signed) {
        var row = new ActivationRow();
        row.name = name;
        row.at = signed.at();
        row.by = signed.by();
        row.why = signed.why();
        return row;
    }
}
