package io.dunlin.strategy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where the pointers of a strategy stand. */
@Entity
@Table(name = "strategies")
public class StrategyRow extends PanacheEntityBase {
    @Id
    public String name;

    /** Goes up with every move; clients see it as the entity tag. */
    public long revision;

    /** Id of the activation that counts; null where nothing ever went live. */
    public Long live;

    /** Id of the challenger that counts; null where there is none. */
    public Long challenger;

    /** What lay in the strategy folder when it was last looked at; null where it has none. */
    @Column(columnDefinition = "char(64)")
    @JdbcTypeCode(SqlTypes.CHAR)
    public String folderVersion;

    ActivationRow activation() {
        return live == null ? null : ActivationRow.findById(live);
    }
}
