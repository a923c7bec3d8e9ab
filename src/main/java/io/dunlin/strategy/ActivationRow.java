package io.dunlin.strategy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a version became the one that decides. The newest of a name is live. */
@Entity
@Immutable
@Table(name = "activations")
public class ActivationRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    public Instant at;
    public String by;
    public String why;

    static Optional<ActivationRow> newest(String name) {
        return find("name = ?1 order by id desc", name).firstResultOptional();
    }

    /** Records the move, unless the version is live already. */
    static void activate(String name, String version, Instant now, String by, String why) {
        if (newest(name).filter(row -> row.version.equals(version)).isEmpty()) {
            var row = new ActivationRow();
            row.name = name;
            row.version = version;
            row.at = now;
            row.by = by;
            row.why = why;
            row.persist();
        }
    }
}
