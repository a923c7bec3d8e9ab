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

/** A second person's word that a segment may get a strategy as it is live, and how much of its customers that may change. */
@Entity
@Immutable
@Table(name = "segment_approvals")
public class SegmentApprovalRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String segment;

    /** Of the segment when it was said: it counts for the next move only. */
    public long revision;

    public String strategy;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    public BigDecimal changedCustomers;
    public int newSevereActions;
    public Instant at;
    public String by;
    public String why;

    static List<SegmentApprovalRow> of(String segment, long revision, String strategy, String version) {
        return list(
                "segment = ?1 and revision = ?2 and strategy = ?3 and version = ?4 order by id",
                segment,
                revision,
                strategy,
                version);
    }

    SecondPerson.Word word() {
        return new SecondPerson.Word(by, new Budget(changedCustomers, newSevereActions));
    }
}
