package io.dunlin.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

@Entity
@Table(name = "rates")
@IdClass(RateRow.Key.class)
public class RateRow extends PanacheEntityBase {
    public record Key(LocalDate day, String currency) implements Serializable {}

    @Id
    public LocalDate day;

    @Id
    public String currency;

    public BigDecimal perUnit;

    @Version
    public int version;

    static RateRow of(LocalDate day, String currency, BigDecimal perUnit) {
        var row = new RateRow();
        row.day = day;
        row.currency = currency;
        row.perUnit = perUnit;
        return row;
    }

    static List<RateRow> of(LocalDate day) {
        return list("day", day);
    }

    /** Of each currency the newest one not after the day. */
    static List<RateRow> newestOn(LocalDate day) {
        return list("""
                from RateRow r where r.day =
                (select max(newer.day) from RateRow newer where newer.currency = r.currency and newer.day <= ?1)
                """, day);
    }
}
