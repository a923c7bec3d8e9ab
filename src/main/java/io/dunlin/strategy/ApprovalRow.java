package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A second person's word that a version may go live, and how much of the book it may change. */
@Entity
@Immutable
@Table(name = "strategy_approvals")
public class ApprovalRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    public BigDecimal changedCustomers;
    public int newSevereActions;
    public Instant at;
    public String by;
    public String why;

    static List<ApprovalRow> of(String name, String version) {
        return list("name = ?1 and version = ?2 order by id", name, version);
    }

    static List<ApprovalRow> all(String name) {
        return list("name = ?1 order by id desc", name);
    }

    Budget budget() {
        return new Budget(changedCustomers, newSevereActions);
    }
}
