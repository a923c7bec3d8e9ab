package io.dunlin.strategy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That a version got a share of the customers, or lost it. */
@Entity
@Immutable
@Table(name = "challengers")
public class ChallengerRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    public int percent;

    /** Goes into the draw; stays while the share of the same version is changed, so that nobody flips back. */
    public String salt;

    public Instant at;
    public String by;
    public String why;

    static List<ChallengerRow> all(String name) {
        return list("name = ?1 order by id desc", name);
    }
}
