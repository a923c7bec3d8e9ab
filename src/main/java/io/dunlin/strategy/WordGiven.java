package io.dunlin.strategy;

import io.dunlin.language.Budget;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a second person agreed to: a version, and how much it may change. */
@MappedSuperclass
public abstract class WordGiven extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String version;

    public BigDecimal changedCustomers;
    public int newSevereActions;
    public Instant at;
    public String by;
    public String why;

    void give(String itsVersion, Budget budget, Signed signed) {
        version = itsVersion;
        changedCustomers = budget.changedCustomers();
        newSevereActions = budget.newSevereActions();
        at = signed.at();
        by = signed.by();
        why = signed.why();
    }

    SecondPerson.Word word() {
        return new SecondPerson.Word(by, new Budget(changedCustomers, newSevereActions));
    }
}
