package io.dunlin.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of the decision log: the question, the versions that answered it, and the answer. Written once. */
@Entity
@Immutable
@Table(name = "decisions")
public class DecisionRow extends PanacheEntityBase {
    @Id
    @Column(columnDefinition = "char(32)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String id;

    public String customer;
    public LocalDate asOf;
    public String strategy;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String strategyVersion;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String guardVersion;

    public String calendar;
    public String action;

    @Column(columnDefinition = "text")
    public String snapshot;

    @Column(columnDefinition = "text")
    public String answer;

    public Instant decidedAt;
}
